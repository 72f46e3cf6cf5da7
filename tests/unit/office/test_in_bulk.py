"""The collector rests for work on whole files, and only for it."""

import gc

import pytest

from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.office.in_bulk import collector_resting
from cchc_desktop.office.reader import read_office_file


def test_the_collector_works_on_after_a_refusal(tmp_path):
    with pytest.raises(RefusedInput):
        read_office_file(tmp_path / "missing.docx")
    assert gc.isenabled()


def test_inner_work_does_not_end_the_rest_of_the_outer():
    with collector_resting():
        with collector_resting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
