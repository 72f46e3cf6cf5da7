"""What holds for every text: nothing raises, places lie in the text, reading stays linear."""

import random
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.citation import read_citations
from cchc_desktop.domain.citations.letters import matches
from cchc_desktop.domain.document_code import number_key, split_number
from cchc_desktop.domain.steps import go_on

WORDS = [
    *("Kế hoạch", "Quyết định", "công văn", "QĐ", "CV", "Nghị quyết", "Luật", "văn bản", "số"),
    *("Số:", "12", "30c", "05/2021", "178/KH-SCX", "39-NQ/TW", "12/2021/QĐ-UBND", "/", "-", "–"),
    *("ngày", "28/02/2021", "19 tháng 02 năm 2021", "5/6", "cùng ngày", "của", "UBND tỉnh", "Sở"),
    *("Sở Cây xanh", "Chính phủ", "Bộ Nội vụ, Bộ Tài chính", "đã", "ban hành", "có", "được", "tại"),
    *("về việc", "về", "v/v", "phê duyệt", "triển khai", "theo đó", "và", "các", "gửi", "KẾ HOẠCH"),
    *(".", ",", ";", ":", "(", ")", "“", "”", '"', "\n", "\n\n", "\t", "2", "a)", "…", "**"),
]
phrases = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
texts = st.one_of(st.text(max_size=80), phrases)


@settings(deadline=None, max_examples=500)
@given(texts)
def test_any_text_is_read(text):
    read = read_citations(text)

    for citation in read.citations:
        assert citation.places == tuple(sorted(citation.places))
        for start, end in citation.places:
            assert 0 <= start < end <= len(text)
        start, end = citation.places[0]
        assert citation.number.split("/")[0] in text[start:end].replace(" ", "")
        assert len(citation.title) <= 500
    for spoken in read.unnumbered:
        assert 0 <= spoken.start < spoken.end <= len(text)


@settings(deadline=None, max_examples=300)
@given(phrases)
def test_a_document_stands_once(text):
    found = read_citations(text).citations

    keys = [(number_key(c.number, c.symbol), c.issued, c.issuer, c.kind) for c in found]
    assert len(set(keys)) == len(keys)


numbers = st.from_regex(r"[1-9][0-9]{0,3}[a-e]?(/20[0-9][0-9])?", fullmatch=True)
symbols = st.sampled_from(["KH-SNgV", "QĐ-UBND", "SNV-CCHC", "QH14", "TTLT-BNV-BTC", "QĐ-CT.UBND"])


@given(texts)
def test_any_typed_number_is_split(text):
    number, symbol = split_number(text)

    assert number_key(number, symbol.swapcase()).count(" ") == 0


@given(numbers, symbols)
def test_number_and_symbol_are_told_apart(number, symbol):
    assert split_number(f"Số: {number}/{symbol}") == (number, symbol)
    assert number_key(f"số 0{number}", symbol.lower()) == number_key(number, symbol)


@pytest.mark.parametrize(
    "pattern", [r"\d+/[A-Z-]+(?!\w)", r"(?<=số )\d+", r"\n|[.;] [A-Z]", r"\w+"]
)
def test_stretch_by_stretch_all_is_found(pattern):
    sought = re.compile(pattern)
    for shift in range(0, 400, 7):
        text = (
            " " * shift + "Kế hoạch số 178/KH-SNgV.\nQuyết định số 1234/QĐ-UBND; Sở đã xong. " * 200
        )
        found = [match.span() for match in matches(sought, text, go_on)]
        assert found == [match.span() for match in sought.finditer(text)]


NOISE = "".join(random.Random(7).choices("0123456789/-.,; sốQĐKHngày\n“”()ABC", k=1 << 18))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1/" * (1 << 18), id="figures"),
        pytest.param("/-. " * (1 << 17), id="marks"),
        pytest.param("Quyết định 1 Quyết định số 1/QĐ-X " * (1 << 12), id="citations"),
        pytest.param("được UBND tỉnh phê duyệt tại số 1/A-B " * (1 << 12), id="speakers"),
        pytest.param("số 1/" + "A-" * (1 << 18), id="symbol"),
        pytest.param("“(" * (1 << 17), id="brackets"),
        pytest.param(NOISE, id="noise"),
    ],
)
def test_hostile_texts_are_read_in_linear_time(text):
    def seconds(part: str) -> float:
        began = time.process_time()
        read_citations(part)
        return time.process_time() - began

    quarter, whole = seconds(text[: len(text) // 4]), seconds(text)

    assert whole < 10 * max(quarter, 0.05)
