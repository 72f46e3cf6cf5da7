"""The program's folders and its user, as the system names them."""

import getpass
import platform

import pytest

from cchc_desktop.settings import this_person, user_paths


def test_folders_are_the_users_own() -> None:
    paths = user_paths()
    for folder in (paths.data, paths.config, paths.logs):
        assert folder.is_absolute()
        assert "CCHC-Desktop" in str(folder)
    assert paths.backups.parent == paths.data


def test_person_is_the_user_on_this_pc() -> None:
    person = this_person()
    assert (person.name, person.computer) == (getpass.getuser(), platform.node())


@pytest.mark.parametrize("failure", [OSError, KeyError, ImportError])
def test_user_without_a_name(monkeypatch: pytest.MonkeyPatch, failure: type[Exception]) -> None:
    def fail() -> str:
        raise failure

    monkeypatch.setattr(getpass, "getuser", fail)
    assert this_person().name == ""
