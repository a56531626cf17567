"""The details of facts, each on sentences of its own wording."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.facts.extraction import extract
from pipeline.facts.fact import Detail
from pipeline.reading.document import Sidecar
from pipeline.reading.source import document_from_text

_SIDECAR = Sidecar(
    title="A report", publisher="none", country="KEN", year=2019, url="https://example.org/", licence="none"
)


class Told(NamedTuple):
    """A text, a number in it, and what the detail of its fact must be."""

    text: str
    surface: str
    wanted: str | None


def details(text: str) -> dict[str, Detail]:
    """Return the details of a text's facts by the surface of their numeral."""
    numerals, facts = extract(document_from_text("sample", text, _SIDECAR))
    surface_of = {numeral.numeral_id: numeral.surface for numeral in numerals}
    return {surface_of[fact.numeral_id]: fact.detail for fact in facts}


BODIES = (
    Told("The Civic Front won 12 of the 29 seats on the municipal council of Nakuru.", "12", "municipal council"),
    Told("The Civic Front won 12 of the 29 seats in the lower house.", "12", "lower house"),
)

PAYERS = (
    Told("A magistrate fined the pastor 700 shillings.", "700", "individual"),
    Told("A magistrate fined a Kisumu weekly 700,000 shillings.", "700,000", "organization"),
    Told("The regulator imposed a fine of 90,000 shillings on the newspaper Habari.", "90,000", "organization"),
    Told("Members of a banned society may be fined 50,000 shillings.", "50,000", "individual"),
    Told("The leader of a banned society may be fined 50,000 shillings.", "50,000", "leader"),
    Told("An employer who refuses to pay wages is subject to a fine of 8,000 shillings.", "8,000", "employer"),
    Told("Violators face a fine of up to 8,000 shillings.", "8,000", None),
    Told(
        "Police arrested the organizers. Violators face a fine of up to 8,000 shillings.",
        "8,000",
        None,
    ),
    Told(
        "The law requires charities to publish their accounts. Late filing carries a fine of 60,000 shillings.",
        "60,000",
        "organization",
    ),
    Told("Organizers must tell the police, and violations carry fines of 400 shillings.", "400", None),
    Told("Courts issued fines of 400 shillings to 30 protesters.", "400", "individual"),
    Told(
        "Stations that publish rumors may be fined 8,000 shillings; hosts may be fined 90 shillings.",
        "8,000",
        "organization",
    ),
)


@pytest.mark.parametrize("told", PAYERS, ids=[told.text for told in PAYERS])
def test_payer_is_whom_the_fine_falls_on(told: Told) -> None:
    assert details(told.text)[told.surface].payer == told.wanted


def test_payer_unnamed_beside_a_named_one_is_an_individual() -> None:
    text = "Insulting the king carries a fine of 500 shillings; associations may be fined up to 9,000 shillings."

    found = details(text)

    assert (found["500"].payer, found["9,000"].payer) == ("individual", "organization")


PARTIES = (
    Told("The ruling Harambee Party won 40 seats in the Senate.", "40", "Harambee Party"),
    Told("The Party of Work and Unity won 12 seats in parliament.", "12", "Party of Work and Unity"),
    Told("The UDM bloc won 12 seats in parliament.", "12", "UDM"),
    Told("The Union for Renewal (UR), led by Jomo Otieno, won 31 seats in parliament.", "31", "Union for Renewal"),
    Told("The Harambee Party won 40 seats in parliament, leaving 17 to Umoja.", "17", "Umoja"),
    Told(
        "The Harambee Party won 40 seats in parliament and the Alliance of Farmers six.", "six", "Alliance of Farmers"
    ),
    Told("Candidates of the opposition won 24 seats in parliament.", "24", "opposition"),
    Told("The coalition kept its majority, with 31 seats to the opposition’s 24.", "24", "opposition"),
)


@pytest.mark.parametrize("told", PARTIES, ids=[told.text for told in PARTIES])
def test_party_is_the_winners_name_without_what_describes_it(told: Told) -> None:
    found = details(told.text)[told.surface]

    assert (found.party, found.candidate) == (told.wanted, None)


OTHER_PARTIES = (
    Told("The Greens won 33 seats, and their partner, the Labor Party, won 12.", "12", "Labor Party"),
    Told("Opposition candidates won 34 of 50 seats.", "34", "Opposition candidates"),
    Told("President Diallo was reelected, and his SOL party took 12 of 40 seats.", "12", "SOL"),
    Told("The Greens won 20 seats, ending the long rule of the Labor Party (LP), which won 18.", "18", "Labor Party"),
    Told("The Rural Movement of former President Diallo won 12 seats.", "12", "Rural Movement"),
    Told("The Union of Opposition Forces won 12 seats.", "12", "Union of Opposition Forces"),
    Told("The Greens won 20 seats, the Labor Party 18; three smaller parties won the remaining 12.", "12", None),
    Told("The Greens won 20 seats, their closest rival 18.", "18", None),
    Told("The Greens won 20 seats; other parties hold 18.", "18", None),
    Told("The Greens won 20 seats, independents 18.", "18", "independents"),
    Told("Ana Diallo won the presidency with 52 percent. The coalition won 12 of 40 seats.", "12", None),
)


@pytest.mark.parametrize("told", OTHER_PARTIES, ids=[told.text for told in OTHER_PARTIES])
def test_party_is_whose_result_is_told(told: Told) -> None:
    assert details(told.text)[told.surface].party == told.wanted


CANDIDATES = (
    Told("In the May presidential election, President Amina Diallo won 61 percent of the vote.", "61", "Amina Diallo"),
    Told(
        "In the May presidential election, the incumbent, Amina Diallo, won 61 percent of the vote.",
        "61",
        "Amina Diallo",
    ),
    Told("In the May presidential election, the incumbent won 61 percent of the vote.", "61", "incumbent"),
    Told("In the May presidential election, the winner received 61 percent of the vote.", "61", None),
)


@pytest.mark.parametrize("told", CANDIDATES, ids=[told.text for told in CANDIDATES])
def test_candidate_is_named_where_the_text_names_one(told: Told) -> None:
    found = details(told.text)[told.surface]

    assert (found.candidate, found.party, found.office) == (told.wanted, None, "president")


def test_a_title_tells_a_person() -> None:
    text = "The Greens won 40 seats. Ana Diallo won with 51 percent; former president Mensah received 48 percent."

    assert details(text)["48"].candidate == "Mensah"


def test_a_group_is_told_without_the_election() -> None:
    text = "In the provincial elections women won 189 of 550 seats."

    assert details(text)["189"].category == "women"


def test_the_rival_of_a_candidate_is_one() -> None:
    text = "The Greens won 40 seats. President Diallo won with 51 percent of the vote to 44 percent for Kofi Mensah."

    assert details(text)["44"].candidate == "Kofi Mensah"


def test_an_explained_candidate_is_one() -> None:
    text = "The Greens won 40 seats. The Liberal candidate, Kofi Mensah, received 44 percent of the vote."

    assert details(text)["44"].candidate == "Kofi Mensah"


def test_the_rival_of_a_party_is_none() -> None:
    text = "In the vote for parliament the Greens won 51 percent to 44 percent for Fuerza Nueva."

    assert (details(text)["44"].candidate, details(text)["44"].party) == (None, "Fuerza Nueva")


def test_a_candidate_of_a_party_is_named_with_it() -> None:
    text = (
        "In the May presidential election, Amina Diallo of the National Party won with 51 percent of the vote, ahead of"
        " Kofi Mensah of the SOL party with 44 percent."
    )
    found = details(text)

    assert (found["51"].candidate, found["51"].party, found["51"].office) == (
        "Amina Diallo",
        "National Party",
        "president",
    )
    assert (found["44"].candidate, found["44"].party) == ("Kofi Mensah", "SOL")


def test_office_is_that_of_the_election_told_of_and_not_of_a_president_who_is_mentioned() -> None:
    text = "Four parties that support the president won 61 percent of the vote for the National Assembly."

    assert all(detail.office is None for detail in details(text).values())


CHAMBERS = (
    Told("The Unity Bloc won 30 of 47 senate seats and 90 seats in the National Assembly.", "30", "senate"),
    Told("The Unity Bloc won 30 of 47 senate seats and 90 seats in the National Assembly.", "90", "National Assembly"),
    Told("The Liberal Party won 60 seats, followed by the Nile National Congress with 12.", "60", None),
    Told("The Nile National Congress (NNC) won 12 of 60 seats.", "60", None),
    Told("The Democratic Congress took 41 seats, and the Nile Congress for Democracy 12.", "41", None),
    Told("Women held 44 of the lower house’s 500 seats.", "44", "lower house"),
    Told("Voters filled the 40 seats in the Canton’s Legislative Council.", "40", "Legislative Council"),
    Told("Voters filled the 40 seats in the Supreme People’s Assembly.", "40", "Supreme People’s Assembly"),
    Told("Four of the 60 senators elected to a committee of the National Assembly were women.", "60", None),
    Told(
        "Elections to the 70-seat Great Khural were held in June. The Harambee Party won 40 seats.",
        "40",
        "Great Khural",
    ),
    Told(
        "The National Assembly has 90 seats. The president appointed four members of the assembly.",
        "four",
        "National Assembly",
    ),
    Told(
        "In the Chamber of Deputies the Congress Party won 31 seats and the Harambee Party 40.",
        "40",
        "Chamber of Deputies",
    ),
    Told("Harambee took 40 seats in the May elections.", "40", None),
)


@pytest.mark.parametrize("told", CHAMBERS + BODIES, ids=lambda told: told.text)
def test_chamber_is_the_body_and_never_a_party(told: Told) -> None:
    assert details(told.text)[told.surface].chamber == told.wanted


CATEGORIES = (
    Told("Police detained 60 marchers, of whom 22 were students.", "22", "students"),
    Told("Police detained 60 marchers, nine of them nuns, in May.", "nine", "nuns"),
    Told("The army wounded 60 marchers, nine of them with burns.", "nine", "burns"),
    Told("The ministry expelled 60 migrants, including nine students.", "nine", None),
    Told("Prisons held 800 inmates, of whom 300 were in pretrial detention.", "300", "pretrial detention"),
    Told("A storm of bullets killed nine marchers, two of them police officers, in May.", "two", "police officers"),
    Told("Police held 60 marchers, nine of them under house arrest.", "nine", "house arrest"),
)


@pytest.mark.parametrize("told", CATEGORIES, ids=[told.text for told in CATEGORIES])
def test_category_is_what_sets_a_part_apart(told: Told) -> None:
    assert details(told.text)[told.surface].category == told.wanted


PERSONS = (
    Told("A court sentenced the editor Amina Diallo to six years in prison.", "six", "Amina Diallo"),
    Told(
        "Police seized Amina Diallo in May. In June Diallo was sentenced to six years in prison.", "six", "Amina Diallo"
    ),
    Told("A court convicted Amina Diallo of libel and sentenced her to six years in prison.", "six", "Amina Diallo"),
    Told("A court sentenced Amina Diallo to six years in prison and Omar Sy to nine years.", "nine", "Omar Sy"),
    Told(
        "A court sentenced Amina Diallo and Omar Sy to six and nine years in prison, respectively.",
        "nine",
        "Omar Sy",
    ),
    Told(
        "Amina Diallo and Omar Sy, two editors, were sentenced to six years in prison.", "six", "Amina Diallo; Omar Sy"
    ),
    Told("The High Court sentenced an editor to six years in prison.", "six", None),
    Told(
        "A court sentenced Diallo, who fled in May, to six years in prison. Amina Diallo appealed.",
        "six",
        "Amina Diallo",
    ),
    Told("Baker Amina Diallo was sentenced to six years in prison.", "six", "Amina Diallo"),
    Told(
        "Prosecutors sought a nine-year term for Amina Diallo; the court gave her six years in prison.",
        "six",
        "Amina Diallo",
    ),
    Told("Amina Diallo’s sentence of nine years in prison was reduced to six years in prison.", "six", "Amina Diallo"),
    Told("A court cut the sentence of editor Amina Diallo from nine to six years in prison.", "six", "Amina Diallo"),
    Told("A court upheld the six-year sentence of editor Amina Diallo.", "six", "Amina Diallo"),
    Told("In May police seized Amina Diallo. A judge fined her 600 shillings.", "600", "Amina Diallo"),
    Told("A court sentenced Luis de la Sota to six years. De la Sota appealed.", "six", "Luis de la Sota"),
    Told("A court jailed Omar al-Kanu in May. In June al-Kanu was sentenced to six years.", "six", "Omar al-Kanu"),
    Told(
        "Maria del Carmen Mora led the union. A court sentenced Maria Mora to six years.",
        "six",
        "Maria del Carmen Mora",
    ),
    Told("Ana Rosa Mora Ruiz led the union. Mora was sentenced to six years.", "six", "Ana Rosa Mora Ruiz"),
    Told("Police freed Ana Mora, a founder of the group Vigil. She was sentenced to six years.", "six", "Ana Mora"),
    Told("Police arrested Xu Lan. Xu was sentenced to six years.", "six", "Xu Lan"),
    Told("Police arrested Kim Lee and Sara Kim. Kim was sentenced to six years.", "six", "Sara Kim"),
)


@pytest.mark.parametrize("told", PERSONS, ids=[told.text for told in PERSONS])
def test_person_is_the_one_on_whom_the_term_falls(told: Told) -> None:
    assert details(told.text)[told.surface].person == told.wanted


_LOWERED = "A law of May lowered the minimum membership of parties from 900 to 300 members."


def test_superseded_is_a_limit_that_holds_no_longer() -> None:
    found = details(_LOWERED)

    assert (found["900"].superseded, found["300"].superseded) == (True, None)


def test_a_limit_is_superseded_by_one_in_another_unit() -> None:
    found = details("A law of May shortened the limit on detention before charge from six days to 48 hours.")

    assert (found["six"].superseded, found["48"].superseded) == (True, None)


def test_a_limit_in_whose_place_another_stands_is_superseded() -> None:
    found = details("Parties need 300 members, instead of the 900 required before.")

    assert (found["900"].superseded, found["300"].superseded) == (True, None)


def test_candidates_for_a_body_stand_for_no_office() -> None:
    found = details("There were 12 candidates for president and 340 for parliament.")

    assert (found["12"].office, found["340"].office) == ("president", None)


def test_all_verbs_of_a_list_are_told_of() -> None:
    found = details("In May police detained, tried, and deported 12 fishermen.")

    assert found["12"].also == ("justice.persons_prosecuted", "migration.persons_deported")


def test_verbs_that_share_a_subject_over_their_complements_are_told_of() -> None:
    relative = details("The case was that of 12 miners who were arrested in May and deported by plane.")
    passive = details("Twelve miners were arrested, tried, and deported.")
    participles = details("Monitors counted 12 miners arrested and tortured.")
    apart = details("Twelve miners were arrested, accused of theft, and a judge deported others.")

    assert relative["12"].also == ("migration.persons_deported",)
    assert passive["Twelve"].also == ("justice.persons_prosecuted", "migration.persons_deported")
    assert participles["12"].also == ("violence.persons_abused",)
    assert apart["Twelve"].also == ()


@pytest.mark.parametrize(
    "text",
    [
        "A bill would lower the minimum membership of parties from 900 to 300 members.",
        "By law fines for libel range from 900 shillings to 5,000 shillings.",
    ],
)
def test_a_limit_in_force_is_not_superseded(text: str) -> None:
    assert details(text)["900"].superseded is None


def test_per_is_what_a_threshold_holds_for_each_of() -> None:
    found = details("The law requires a party to have 40 members in each of the 47 counties.")

    assert found["40"].per == "county"


def test_a_term_beside_a_suspended_sentence_is_not_suspended() -> None:
    found = details("A court gave Ana Mora a two-year suspended sentence and five years’ probation.")

    assert (found["two"].suspended, found["five"].suspended) == (True, None)


def test_a_limit_of_a_former_law_is_superseded() -> None:
    found = details("Under the previous code, the maximum prison term was three years; it is now six years.")

    assert (found["three"].superseded, found["six"].superseded) == (True, None)


def test_suspended_sentence_is_marked() -> None:
    found = details("In May a court gave the editor a suspended sentence of two years in prison.")

    assert found["two"].suspended is True


_WORDS = st.sampled_from([
    "the", "a", "Party", "of", "Unity", "and", ",", ";", "(", ")", "won", "12", "fined", "500", "shillings", "seats",
    "in", "Senate", "Amina", "Diallo", "to", "for", "by", "was", "sentenced", "years", "prison", "them", "which",
    "leaving", "respectively", "he", "president", "presidential", "40", "percent", "vote", "members", "were", ".", "“",
])  # fmt: skip


@given(st.lists(_WORDS, max_size=40))
def test_no_order_of_words_makes_the_details_raise(words: list[str]) -> None:
    for detail in details(f"In 2019 {' '.join(words)}.").values():
        assert detail.party is None or detail.candidate is None
