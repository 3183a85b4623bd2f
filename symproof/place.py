"""Places in the author's source: where a step is written, and where an error was raised.

A step's line is that of its method's name (`.eq`), also in a chained call over many lines; its text is the author's
own, from the dot to the closing bracket. While a chain is built only the running instruction is noted (`chain.Spot`);
the source is read and parsed once per derivation. Needs CPython 3.11, whose code objects know the columns.

Limits: without the source at hand (`python -c`) the line is CPython's own and the text is empty.
"""

from __future__ import annotations

import ast
import inspect
import linecache
import os
import re
import traceback
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING

from symproof.errors import DerivationError

if TYPE_CHECKING:
    from symproof.chain import Spot


@dataclass(frozen=True, slots=True)
class Place:
    """A piece of source: the line where it starts, where it ends, and its text without its indentation."""

    file: str
    line: int
    end_line: int = 0
    end_column: int = 0
    source: str = ""


def read_places(spots: Sequence[Spot]) -> tuple[Place, ...]:
    """The places of calls, in order; the source of each function is parsed once."""
    known: dict[CodeType, _Calls] = {}
    places = []
    for code, instruction in spots:
        if code not in known:
            known[code] = _Calls(code)
        places.append(known[code].place(instruction))
    return tuple(places)


class _Calls:
    """The calls in the source of a code object, by where they end: no two end at one place."""

    def __init__(self, code: CodeType) -> None:
        self.code = code
        self.positions = list(code.co_positions())
        self.calls = {_end(call): call for call in ast.walk(_parse(code)) if isinstance(call, ast.Call)}

    def place(self, instruction: int) -> Place:
        line, end_line, _, end_column = self.positions[instruction // 2]
        call = self.calls.get((end_line or 0, end_column or 0))
        file = self.code.co_filename
        return Place(file, line or self.code.co_firstlineno) if call is None else _place_of(file, call)


def _place_of(file: str, call: ast.Call) -> Place:
    """The place of a method call from its dot on, of another call as a whole."""
    line, column, dot = call.lineno, call.col_offset, ""
    if isinstance(call.func, ast.Attribute):
        line, column = _end(call.func)
        column -= len(call.func.attr.encode())
        dot = "."
    return Place(file, line, *_end(call), dot + _text(file, (line, column), _end(call)))


def function_place(code: CodeType) -> Place:
    """The line of a function's `def`, below its decorators."""
    node = _function(code)
    return Place(code.co_filename, code.co_firstlineno if node is None else node.lineno)


def return_place(code: CodeType) -> Place:
    """The place of the value that a function returns, or of its `def` when it returns in several ways."""
    node = _function(code)
    values = [] if node is None else [each.value for each in _returns(node) if each.value is not None]
    if len(values) != 1:
        return function_place(code)
    start, end = (values[0].lineno, values[0].col_offset), _end(values[0])
    return Place(code.co_filename, start[0], *end, _text(code.co_filename, start, end))


def _function(code: CodeType) -> ast.FunctionDef | None:
    """The syntax of the function with this code."""
    for node in ast.walk(_parse(code)):
        if isinstance(node, ast.FunctionDef) and node.name == code.co_name:
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            if first == code.co_firstlineno:
                return node
    return None


def _returns(node: ast.AST) -> Iterator[ast.Return]:
    """The `return` statements of a function, without those of the functions inside."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Return):
            yield child
        elif not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            yield from _returns(child)


def _parse(code: CodeType) -> ast.Module:
    """The syntax of a function alone, at its own lines; of the whole file where the code is no function's."""
    linecache.checkcache(code.co_filename)
    lines = linecache.getlines(code.co_filename)
    if not lines:
        return ast.Module([], [])
    first = code.co_firstlineno - 1
    block = [] if code.co_name.startswith("<") else inspect.getblock(lines[first:])  # <module>, <lambda>
    indented = bool(block) and block[0][:1].isspace()
    for shift, text in ((first - indented, "if True:\n" * indented + "".join(block)), (0, "".join(lines))):
        try:
            tree = parse(text, code.co_filename)
        except (SyntaxError, ValueError):  # no whole statement; a notebook's cell with magics in it
            continue
        if tree.body:
            return ast.increment_lineno(tree, shift)
    return ast.Module([], [])


def parse(text: str | bytes, file: str) -> ast.Module:
    """The syntax of a source text. What Python has to warn of, it says once, when the file is imported."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(text, file)


def _end(node: ast.expr) -> tuple[int, int]:
    return node.end_lineno or node.lineno, node.end_col_offset or 0


def _text(file: str, start: tuple[int, int], end: tuple[int, int]) -> str:
    """The source between two places (columns count bytes); later lines lose the indentation of the first."""
    lines = [line.encode() for line in linecache.getlines(file)[start[0] - 1 : end[0]]]
    if not lines:
        return ""
    indent = len(lines[0]) - len(lines[0].lstrip())
    lines[-1] = lines[-1][: end[1]]
    first = lines[0][start[1] :]
    rest = (line[min(indent, len(line) - len(line.lstrip())) :] for line in lines[1:])
    return b"".join((first, *rest)).decode()


# Errors -------------------------------------------------------------------------------------------


def explain(error: BaseException, file: str) -> tuple[int, str]:
    """The line of `file` at which an author's mistake was raised (0: nobody knows), and what it is; a mistake in a
    file that `file` imports is told with its own place, at the line that led to it."""
    if isinstance(error, DerivationError) and error.file:
        where, line, words = error.file, error.line, error.text
    elif isinstance(error, SyntaxError) and error.filename:
        where, line, words = error.filename, error.lineno or 1, f"{type(error).__name__}: {error.msg}"
    else:
        frames = [(frame.f_code.co_filename, number) for frame, number in traceback.walk_tb(error.__traceback__)]
        where, line = next((each for each in reversed(frames) if not _is_library(each[0])), (file, 0))
        words = "".join(traceback.TracebackException.from_exception(error).format_exception_only()).strip()
        words = re.sub(r"^(?:\w+\.)+(?=\w+(?::|$))", "", words)
    if where == file:
        return line, words
    lines = [number for frame, number in traceback.walk_tb(error.__traceback__) if frame.f_code.co_filename == file]
    return (lines or [0])[-1], f"{shown(where)}:{line}: {words}"


def _is_library(file: str) -> bool:
    """Whether a file belongs to symproof, to Python or to an installed package, rather than to the author."""
    here, standard = os.path.dirname(__file__), os.path.dirname(os.__file__)
    return file.startswith(("<", here + os.sep, standard + os.sep)) or f"{os.sep}site-packages{os.sep}" in file


def shown(file: str) -> str:
    """A path as a reader knows it: from the current folder where it lies inside, with slashes."""
    path = Path(file)
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
