"""Papers that tests read cannot rot: paths exist, commands parse, every room, command, model and package is told of."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from django.apps import apps

from netra.cli.main import COMMANDS, netra_parser
from netra.registry.imports.columns import COLUMNS, ImportKind
from tests.house.plan import DOCUMENTS, ROOMS, ROOT, documents, shown

LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)")
PATH = re.compile(r"`((?:src|docs|tests|bench|\.ci)/[A-Za-z0-9_./-]+)`")
NETRA = re.compile(r"(?:^ {4}|`)(?:uv run )?(netra [^`\n]*?)(?:  +#.*)?(?:`|$)", re.MULTILINE)
BARE = re.compile(r"^.*(?<!/)\bpython bench/.*$", re.MULTILINE)
MAKE = re.compile(r"(?:^ {4}|`)make ([a-z][a-z-]*)", re.MULTILINE)
# Pictures come from the browser tests, which .ci/run runs and `make test` does not.
SCREENSHOTS = "docs/screenshots/"


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def all_commands() -> set[str]:
    return {command for paper in documents() for command in NETRA.findall(read(paper))}


@pytest.mark.parametrize("paper", documents(), ids=shown)
def test_every_path_in_a_paper_exists(paper: Path) -> None:
    linked = [(paper.parent / link).resolve() for link in LINK.findall(read(paper)) if SCREENSHOTS not in link]
    named = [ROOT / path for path in PATH.findall(read(paper))]
    assert [str(path) for path in linked + named if not path.exists()] == []


@pytest.mark.parametrize("command", sorted(all_commands()))
def test_every_command_in_a_paper_parses(command: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    words = shlex.split(command)[1:]
    if len(words) == 1:
        assert words[0] in COMMANDS or words[0] == "--help"
        return
    for name in (word for word in words if re.fullmatch(r"FILE|CSV|[\w-]+\.(yaml|json|csv|xlsx|jsonl)", word)):
        (tmp_path / name).write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert netra_parser().parse_args(words).command in COMMANDS


def test_every_target_of_make_in_a_paper_exists() -> None:
    targets = set(re.findall(r"^([a-z][a-z-]*):", read(ROOT / "Makefile"), re.MULTILINE))
    told = {target for paper in documents() for target in MAKE.findall(read(paper))}
    assert told - targets == set()
    assert {"demo", "test", "serve"} <= told


def test_whoever_follows_a_paper_is_told_where_the_command_lies() -> None:
    """`make demo` puts nothing on the PATH: a paper that shows commands to type says where they are."""
    showing = [paper for paper in documents() if re.search(r"^ {4}netra ", read(paper), re.MULTILINE)]
    assert [shown(paper) for paper in showing if "`.venv/bin/netra`" not in read(paper)] == []
    assert {"README.md", "README.id.md", "docs/howto/import.md"} <= {shown(paper) for paper in showing}
    bare = [
        (shown(paper), line)
        for paper in [*documents(), *(ROOT / "bench").glob("*.*")]
        for line in BARE.findall(read(paper))
    ]
    assert bare == []


def test_the_cases_that_a_paper_asks_about_are_there() -> None:
    files = {word for command in all_commands() for word in shlex.split(command) if word.endswith((".yaml", ".json"))}
    assert files == {"docs/data/published-cases.yaml"}
    assert [name for name in files if not (ROOT / name).is_file()] == []


def test_the_papers_tell_of_every_command() -> None:
    words = "\n".join(read(paper) for paper in documents())
    assert [name for name in COMMANDS if f"netra {name}" not in words] == []


def test_the_map_tells_of_every_room() -> None:
    words = read(ROOT / "docs/map.md")
    assert [room for room in ROOMS if f"`{room}`" not in words] == []


def test_both_readmes_show_the_same_pictures_and_commands() -> None:
    english, indonesian = read(ROOT / "README.md"), read(ROOT / "README.id.md")
    assert re.findall(r"screenshots/[\w-]+\.png", english) == re.findall(r"screenshots/[\w-]+\.png", indonesian)
    assert [command.split("  ")[0] for command in NETRA.findall(english)] == [
        command.split("  ")[0] for command in NETRA.findall(indonesian)
    ]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Agencies", ImportKind.AGENCIES),
        ("Units", ImportKind.UNITS),
        ("Civil servants", ImportKind.CIVIL_SERVANTS),
    ],
)
def test_the_paper_on_imports_names_the_columns_that_are_read(title: str, kind: ImportKind) -> None:
    """A name that ends on "…" stands for the one before it, as in "Nama …"."""
    section = read(ROOT / "docs/howto/import.md").split(f"## {title}\n")[1].split("\n## ")[0]
    cells = re.findall(r"^\| ([^|]+) \| (.*)\|$", section, re.MULTILINE)
    told = [(name, text) for names, text in cells if names != "column" for name in names.split(", ")]
    columns = {column.title: column for column in COLUMNS[kind]}
    short = [name.removesuffix(" …") for name, _text in told if name.endswith(" …")]
    assert sorted(name for name, _text in told if not name.endswith(" …")) == sorted(
        name for name in columns if not any(name.startswith(f"{word} ") and name not in dict(told) for word in short)
    )
    needed = {name for name, text in told if text.startswith("needed") and name in columns and "needed for" not in text}
    assert needed == {name for name, column in columns.items() if column.required}


def test_every_model_stands_in_the_glossary() -> None:
    glossary = yaml.safe_load(read(ROOT / "docs/glossary.yaml"))
    told = {(entry["code"], entry["room"]) for entry in glossary["terms"]}
    ours = {
        (model.__name__, model.__module__.split(".")[1])
        for model in apps.get_models()
        if model.__module__.startswith("netra.")
    }
    assert sorted(ours - told) == []


def test_a_glossary_entry_has_an_indonesian_term_a_room_and_a_meaning() -> None:
    entries = yaml.safe_load(read(ROOT / "docs/glossary.yaml"))["terms"]
    assert [entry for entry in entries if not {"term", "code", "room", "meaning"} <= set(entry)] == []
    assert [entry["code"] for entry in entries if entry["room"] not in (*ROOMS, "house")] == []
    codes = [(entry["code"], entry["room"]) for entry in entries]
    assert len(codes) == len(set(codes)), "a code name stands twice in one room"


def test_every_dependency_has_one_line_of_reason() -> None:
    project = tomllib.loads(read(ROOT / "pyproject.toml"))
    extras = [line for lines in project["project"]["optional-dependencies"].values() for line in lines]
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"] + extras
    names = {re.split(r"[\[=<>~!; ]", line)[0] for line in wanted} - {project["project"]["name"]}
    lines = re.findall(r"^\| ([a-z0-9-]+) \| \S", read(ROOT / "docs/adr/0003-dependencies.md"), re.MULTILINE)
    assert sorted(line for line in lines if line != "package") == sorted(names)


def test_uv_is_held_to_the_same_versions() -> None:
    """`uv run` does not read constraints.txt; what stands in pyproject.toml for it is the same, line by line."""
    held = [line for line in read(ROOT / "constraints.txt").splitlines() if not line.startswith("#")]
    assert tomllib.loads(read(ROOT / "pyproject.toml"))["tool"]["uv"]["constraint-dependencies"] == held


def test_the_constraints_hold_every_pinned_dependency() -> None:
    project = tomllib.loads(read(ROOT / "pyproject.toml"))
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    held = {line.lower().replace("_", "-") for line in read(ROOT / "constraints.txt").splitlines()}
    pinned = [re.sub(r"\[.*?\]", "", line).lower() for line in wanted if "==" in line]
    assert [line for line in pinned if line not in held] == []


def test_a_decision_fits_on_a_page_and_says_when_and_why() -> None:
    for paper in sorted((ROOT / "docs/adr").glob("*.md")):
        words = read(paper)
        assert len(words.split()) < 600, shown(paper)
        for part in ("*Accepted, ", "**Context.**", "**Decision.**", "**Consequence.**"):
            assert part in words, f"{shown(paper)} lacks {part}"


def test_publiccode_names_the_licence_that_the_licence_file_holds() -> None:
    publiccode = yaml.safe_load(read(ROOT / "publiccode.yml"))
    project = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]
    assert publiccode["legal"]["license"] == project["license"] == "EUPL-1.2"
    assert read(ROOT / "LICENSE").startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert publiccode["softwareVersion"] == project["version"]
    assert set(publiccode["description"]) == {"en", "id"}


def test_publiccode_pretends_no_address_that_is_not_there() -> None:
    """The standard demands an address. Until there is one it stands under .example, which never leads anywhere
    (RFC 2606), and both the file and whoever publishes are told so; once there is one, neither is told any more."""
    text = read(ROOT / "publiccode.yml")
    publiccode = yaml.safe_load(text)
    stands_in = str(urlsplit(publiccode["url"]).hostname).endswith(".example")
    assert ("# There is no public address yet" in text) == stands_in
    assert (publiccode["url"] in read(ROOT / "CONTRIBUTING.md")) == stands_in
    # Of these the standard says that they are addresses of pages, or the day on which a version went out.
    hosted = [each[key] for each in publiccode["description"].values() for key in ("documentation",) if key in each]
    assert [address for address in hosted if urlsplit(address).scheme != "https"] == []
    assert ("releaseDate" in publiccode) == ("## Unreleased" not in read(ROOT / "CHANGELOG.md"))


def test_the_papers_a_house_must_have_are_there() -> None:
    assert [name for name in (*DOCUMENTS, "LICENSE", "publiccode.yml") if not (ROOT / name).is_file()] == []
