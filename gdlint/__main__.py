"""`python -m gdlint`."""

from gdlint.cli.main import main

if __name__ == "__main__":
    main()
