"""Whether a file lies on another computer, where SQLite's own locks cannot be trusted."""

import ctypes
import sys
from pathlib import Path

_DRIVE_REMOTE = 4  # GetDriveTypeW
_NETWORK_SYSTEMS = {"9p", "afs", "cifs", "fuse.sshfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"}
_MOUNTS = Path("/proc/self/mounts")


def on_network_share(path: Path) -> bool:
    """True for a UNC path, a mapped drive, or a mounted network file system."""
    path = path.resolve()
    if sys.platform == "win32":
        remote = ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _DRIVE_REMOTE
        return path.anchor.startswith("\\\\") or bool(remote)
    try:
        mounts = [line.split() for line in _MOUNTS.read_text("utf-8", "replace").splitlines()]
    except OSError:
        return False
    systems = {Path(mount[1].replace("\\040", " ")): mount[2] for mount in mounts}
    return next((systems[p] for p in path.parents if p in systems), "") in _NETWORK_SYSTEMS
