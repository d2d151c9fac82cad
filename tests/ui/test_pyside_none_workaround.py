"""What the Qt binding takes a reference from too often can never be used up."""

import sys

import pytest

import hubra_desktop.ui  # noqa: F401
from hubra_desktop.ui.pyside_none_workaround import NEVER_USED_UP


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="the constants never die from 3.12 on")
@pytest.mark.parametrize("constant", [None, True, False])
def test_the_constants_last(constant: bool | None) -> None:
    assert sys.getrefcount(constant) > NEVER_USED_UP // 2
