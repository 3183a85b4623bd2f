"""Words that deny what a formula says, or leave it open: nothing is supposed by it, and nothing claimed."""

from __future__ import annotations

import re

DENIED = (
    r"(it|this|that|which) is (not (true|the case)|false|wrong|incorrect)", "not (in general |always |generally )?true",
    "common (wrong )?(mistake|error|answer)", "wrongly", "incorrectly", "falsely", "mistakenly", "tempting",
    r"(wrong|false|incorrect|not)(?=\s*:\s*$)", "one might (think|guess|write|hope)",
    "do(es)? not (hold|follow|imply)", "counterexample", "never (write|use)", "instead of", "rather than", "unlike",
    "fails? (for|to)", "is not", "isn't", "cannot", "not equal",
)  # fmt: skip
AFTER_DENIED = re.compile(
    r"^\W*((so|and|hence|thus|therefore)\s+)?((it|this|that|which|this (value|one|root|solution))\s+)?"
    r"(is|are|was|would be|must be)?\s*(not (true|correct|valid|the case)|false|wrong|incorrect|fails?|does not hold|"
    r"need not hold|cannot (hold|be)|(not (in|allowed|admissible|permitted|possible|valid|defined)|outside)\b|"
    r"(not a|no) (real )?solution|extraneous|excluded|rejected|discarded|impossible|invalid)\b|"
    r"^\W*(do(es)?|did)( not|n't) (check|work|hold|satisfy|fit)\b|"
    r"^\W*(a contradiction|contradict|does not satisfy|must be (rejected|discarded|excluded)|only (if|when))\b",
    re.IGNORECASE,
)
LEADS = re.compile(r"\W*[.;]\s+[A-Z][^.:;]{0,40}:")
"""Words that are said of the next formula: "Wrong:"."""
LEADS_ON = re.compile(
    r"[,;]\s*(and\s+)?(so|thus|hence|therefore|consequently|it follows|which (gives|implies))\b", re.I
)
"""Words that lead on from what does not hold to what does: "f cannot grow faster, and therefore"."""
LEFT_OPEN = re.compile(
    r"\b((do|does|did|need|will|shall)( not|n't) (assume|suppose|require|need)|no longer (assum|suppos|requir)\w+|"
    r"(drop|lift|remov|relax|without)\w*( (the|this|our))? (assumption|hypothesis|condition|requirement)|"
    r"neither|nor|(at least|at most|exactly|only) one of|whether|(?<!and )only if|is it true that)\b[^,;:.]*$",
    re.IGNORECASE,
)
"""Words before a formula that is neither supposed nor claimed, though "assume" may stand before it: "we do not assume"."""
ASKS = re.compile(r"\W*((so|and|but|now|why)\s+)*(is|are|does|do|can|could|must|should|will|would)\b", re.IGNORECASE)
"""How a question begins whose formula may be wrong; "where is · ?" asks for a solution."""
ASKED = re.compile(r"\W*\?")
"""What stands behind a question."""
