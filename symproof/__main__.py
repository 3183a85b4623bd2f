"""`python -m symproof` is the command `symproof`."""

from symproof.cli import main

if __name__ == "__main__":
    main(prog_name="symproof")
