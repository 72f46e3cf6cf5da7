"""Signs Windows programs with osslsigncode, where a certificate is given. NSIS calls this file as
a program for the uninstaller, which exists only while setup is built.
"""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_ENVIRONMENT = ("CCHC_SIGN_CERTIFICATE", "CCHC_SIGN_PASSWORD_FILE", "CCHC_SIGN_TIMESTAMP")
_SIGNED_AT = "1767225600"  # without a timestamp server: the same in every build


@dataclass(frozen=True, slots=True)
class Signer:
    """`certificate`: PKCS#12 with its key, None: nothing is signed; `timestamp`: address of a
    server, without which a signature ends with its certificate.
    """

    certificate: Path | None = None
    password_file: Path | None = None
    timestamp: str | None = None

    def sign(self, program: Path) -> None:
        """Sign in place; CalledProcessError when osslsigncode refuses."""
        if self.certificate is None:
            return
        signed = program.with_name(program.name + ".signed")
        command = ["osslsigncode", "sign", "-pkcs12", str(self.certificate)]
        if self.password_file is not None:
            command += ["-readpass", str(self.password_file)]
        command += ["-h", "sha256", "-n", "CCHC Desktop"]
        command += ["-ts", self.timestamp] if self.timestamp else ["-time", _SIGNED_AT]
        command += ["-in", str(program), "-out", str(signed)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        signed.replace(program)

    def environment(self) -> dict[str, str]:
        """What hands the certificate to this file as a program."""
        values = (self.certificate, self.password_file, self.timestamp)
        named = zip(_ENVIRONMENT, values, strict=True)
        return {name: str(value) for name, value in named if value is not None}


def main() -> int:
    """signing.py FILE: with the certificate that the environment names."""
    certificate, password_file, timestamp = map(os.environ.get, _ENVIRONMENT)
    signer = Signer(
        Path(certificate) if certificate else None,
        Path(password_file) if password_file else None,
        timestamp,
    )
    signer.sign(Path(sys.argv[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
