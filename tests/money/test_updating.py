"""`rates update` over real HTTP, against a server on the loopback that speaks the JSON of forex-python's service."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from pipeline.money.exchange_rate import Frequency
from pipeline.money.rate_files import read_rates
from pipeline.money.rate_service import Patience, RateService
from pipeline.money.updating import Update, Wanted, update_rates, wanted_rates

PATIENCE = Patience(seconds=0.5, tries=2, first_pause=0.01)
DAY = date(2020, 8, 18)


@dataclass
class Behaviour:
    """What the server does, and what it was asked."""

    rates: dict[str, float] = field(default_factory=lambda: {"THB": 31.2, "TRY": 7.37})
    stated: str | None = None
    """The day that it says its rates are of; null for the day that it was asked for."""
    since: str = ""
    """The first day of which it has rates."""
    status: int = 200
    body: bytes | None = None
    pause: float = 0.0
    failures: int = 0
    """How many requests it answers with an error before it serves."""
    asked: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Server:
    """A server and its address."""

    address: str
    behaviour: Behaviour


@pytest.fixture
def server() -> Iterator[Server]:
    behaviour = Behaviour()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            split = urlsplit(self.path)
            day, query = split.path.rsplit("/", 1)[1], parse_qs(split.query)
            behaviour.asked.append((day, query["symbols"][0]))
            time.sleep(behaviour.pause)
            failing = behaviour.failures >= len(behaviour.asked)
            rates = {
                code: rate
                for code, rate in behaviour.rates.items()
                if code == query["symbols"][0] and day >= behaviour.since
            }
            answer = {"date": behaviour.stated or day, "base": query["base"][0], "rates": rates}
            body = behaviour.body if behaviour.body is not None else json.dumps(answer).encode()
            try:
                self.send_response(503 if failing else behaviour.status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                pass  # the client has gone

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        thread = threading.Thread(target=http.serve_forever, daemon=True)
        thread.start()
        yield Server(f"http://127.0.0.1:{http.server_port}/api/", behaviour)
        http.shutdown()


def updated(server: Server, folder: Path, *wanted: Wanted) -> Update:
    return update_rates(wanted, RateService(server.address, PATIENCE), folder / "exchange_rates")


def day_of(currency: str, day: date = DAY) -> Wanted:
    return Wanted(currency, day, Frequency.DAILY)


def test_what_the_service_has_is_written(server: Server, tmp_path: Path) -> None:
    update = updated(server, tmp_path, day_of("THB"), day_of("TRY"), day_of("THB"))

    assert (len(update.taken), update.missing, update.down, update.unasked) == (2, (), None, 0)
    (thai, turkish) = read_rates(tmp_path / "exchange_rates")
    assert (thai.currency, thai.date, thai.rate, thai.frequency) == ("THB", DAY, 31.2, Frequency.DAILY)
    assert turkish.rate == 7.37
    assert server.behaviour.asked == [("2020-08-18", "THB"), ("2020-08-18", "TRY")]


def test_the_rate_has_the_day_that_the_service_states(server: Server, tmp_path: Path) -> None:
    server.behaviour.stated = "2020-08-14"
    update = updated(server, tmp_path, day_of("THB", date(2020, 8, 15)), day_of("THB", date(2020, 8, 16)))

    assert [(rate.date, rate.rate) for rate in update.taken] == [(date(2020, 8, 14), 31.2)]


def test_the_end_of_a_month_is_the_month(server: Server, tmp_path: Path) -> None:
    server.behaviour.stated = "2020-05-29"
    update = updated(server, tmp_path, Wanted("THB", date(2020, 5, 31), Frequency.MONTHLY))

    (rate,) = update.taken
    assert (rate.date, rate.frequency, rate.basis) == (date(2020, 5, 31), Frequency.MONTHLY, "end of period")


@pytest.mark.parametrize("stated", ["2020-07-31", "2020-09-01"])
def test_a_rate_of_another_time_is_not_taken(stated: str, server: Server, tmp_path: Path) -> None:
    server.behaviour.stated = stated
    update = updated(server, tmp_path, day_of("THB"))

    assert update.taken == ()
    assert update.missing[0].reason == f"for 2020-08-18 the service answers with a rate of {stated}"
    assert not (tmp_path / "exchange_rates").exists()


def test_a_currency_it_lacks_is_given_up_after_three_misses(server: Server, tmp_path: Path) -> None:
    wanted = [Wanted("KZT", date(2020, month, 28), Frequency.DAILY) for month in range(1, 6)]
    update = updated(server, tmp_path, *wanted, day_of("THB"))

    (missing,) = update.missing
    assert (missing.currency, missing.rates) == ("KZT", 5)
    assert missing.reason == "the service does not have this currency"
    assert [code for _, code in server.behaviour.asked] == ["KZT", "KZT", "KZT", "THB"]
    assert [rate.currency for rate in update.taken] == ["THB"]


def test_a_day_that_it_lacks_is_not_the_currency(server: Server, tmp_path: Path) -> None:
    server.behaviour.since = "2019-01-01"
    update = updated(server, tmp_path, day_of("THB", date(2015, 3, 2)), day_of("THB", date(2019, 3, 4)))

    assert [rate.date for rate in update.taken] == [date(2019, 3, 4)]


def test_a_rate_that_is_there_stays(server: Server, tmp_path: Path) -> None:
    assert len(updated(server, tmp_path, day_of("THB")).taken) == 1
    server.behaviour.rates["THB"] = 31.3
    update = updated(server, tmp_path, day_of("THB"), day_of("TRY"))

    assert [rate.currency for rate in update.taken] == ["TRY"]
    assert [rate.rate for rate in read_rates(tmp_path / "exchange_rates")] == [31.2, 7.37]


def test_a_currency_out_of_line_leaves_the_others(server: Server, tmp_path: Path) -> None:
    assert len(updated(server, tmp_path, day_of("THB")).taken) == 1
    server.behaviour.rates["THB"] = 3_120
    update = updated(server, tmp_path, day_of("THB", date(2020, 8, 19)), day_of("TRY"))

    assert [rate.currency for rate in update.taken] == ["TRY"]
    (missing,) = update.missing
    assert "is out of line" in missing.reason


def test_a_passing_fault_is_tried_again(server: Server, tmp_path: Path) -> None:
    server.behaviour.failures = 1
    update = updated(server, tmp_path, day_of("THB"))

    assert (len(update.taken), update.down) == (1, None)
    assert len(server.behaviour.asked) == 2


@pytest.mark.parametrize(
    ("behaviour", "down"),
    [
        ({"status": 500}, "it answers with an error"),
        ({"status": 404}, "it answers with an error"),
        ({"body": b"<html>gone</html>"}, "its answer is no JSON"),
        ({"body": b"[1, 2]"}, "its answer is none of its kind"),
        ({"body": b'{"date": "2020-08-18"}'}, "its answer is none of its kind"),
        ({"body": b'{"rates": {"THB": 31.2}}'}, "it does not say of which day its rate is"),
        ({"body": b'{"date": "2020-08-18", "rates": {"THB": "31.2"}}'}, "its rate of THB is '31.2'"),
        ({"body": b'{"date": "2020-08-18", "rates": {"THB": -3}}'}, "its rate of THB is -3"),
        ({"body": b'{"date": "2020-08-18", "rates": {"THB": 0.000001}}'}, "its rate of THB is 1e-06"),
        ({"body": b'{"date": "2020-08-18", "rates": {"THB": 1e300}}'}, "its rate of THB is 1e+300"),
        ({"body": b'{"date": "2020-08-18", "rates": {"THB": 1' + b"0" * 400 + b"}}"}, "its rate of THB is 1000000"),
        ({"pause": 2.0}, "it did not answer within 0.5 seconds"),
    ],
)
def test_a_service_that_fails_is_given_up(
    behaviour: dict[str, object], down: str, server: Server, tmp_path: Path
) -> None:
    for name, value in behaviour.items():
        setattr(server.behaviour, name, value)
    update = updated(server, tmp_path, day_of("THB"), day_of("TRY"))

    assert (update.taken, update.unasked) == ((), 2)
    assert (update.down or "").startswith(down)
    assert len(server.behaviour.asked) == PATIENCE.tries
    assert not (tmp_path / "exchange_rates").exists()


def test_a_refused_connection_is_a_service_that_is_down(tmp_path: Path) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}/api/"
    update = update_rates([day_of("THB")], RateService(address, PATIENCE), tmp_path / "exchange_rates")

    assert (update.down, update.unasked) == ("it cannot be reached", 1)


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        ("2020-08-18", "2020-08-18", [("2020-08-18", Frequency.DAILY)]),
        ("2020-08-01", "2020-08-31", [("2020-08-31", Frequency.MONTHLY)]),
        ("2020-11-20", "2021-01-03", [("2020-11-30", "monthly"), ("2020-12-31", "monthly"), ("2021-01-31", "monthly")]),
        (None, None, [(f"2020-{end}", "monthly") for end in (
            "01-31", "02-29", "03-31", "04-30", "05-31", "06-30", "07-31", "08-31", "09-30", "10-31", "11-30", "12-31",
        )]),
        ("2019-01-01", None, []),
    ],
)  # fmt: skip
def test_what_an_amount_waits_for(start: str | None, end: str | None, wanted: list[tuple[str, str]]) -> None:
    days = [None if day is None else date.fromisoformat(day) for day in (start, end)]
    found = wanted_rates("THB", days[0], days[1], 2020)

    assert [(want.date.isoformat(), want.frequency) for want in found] == wanted
