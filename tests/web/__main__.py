"""Check every twin and print what each checker says; return 1 when one finds a fault."""

import sys

from tests.web.check import checked
from tests.web.nu import version
from tests.web.overlooked import WIDTHS
from tests.web.tools import MissingToolError
from tests.web.twins import twins


def main() -> int:
    """Check and tell."""
    pages = twins()
    try:
        report = checked(pages)
        nu = version()
    except MissingToolError as missing:
        print(missing, file=sys.stderr)
        return 2
    for name, found in report.faults.items():
        print(f"{'FAULT' if found else 'OK   '}  {name}")
        for each in found:
            print(f"       {each}")
    first, settled = report.verdicts[0], sum(verdict.settled for verdict in report.verdicts)
    print(f"Nu Html Checker {nu}: errors and warnings alike")
    print(
        f"axe-core {first.version} in {report.browser}: {first.rules} rules, on screen and in"
        f" print; {settled} places left open, all of kinds settled here"
    )
    print(
        "Own checks: headless tables, links to nowhere, contrast in drawings,"
        f" windows of {', '.join(map(str, WIDTHS))} pixels"
    )
    faults = sum(map(len, report.faults.values()))
    print(f"{len(pages)} HTML twins checked, {faults} faults")
    return 0 if report.clean else 1


if __name__ == "__main__":
    sys.exit(main())
