"""Editing in a real browser: by keyboard, two at once, and without a connection."""

import re
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from actors.models import Actor, ActorEditor, Availability, Draft
from repertorium.accounts.models import User
from tests import factories
from zones.models import ZoneMember

MISSED = re.compile("ERR_INTERNET_DISCONNECTED|401|409")


@pytest.fixture
def site(empty_site):
    return empty_site


@pytest.fixture
def listing(transactional_db):
    owner = factories.actor(slug="douche", steward=factories.zone("sud"), name_nl="De Douche", name_fr="La Douche")
    factories.service(actor=owner, at=True, hours="Mo-Fr 09:00-12:00", slug="douches")
    return owner


def log_in(context, site, name):
    """Somebody of the team of zone Sud."""
    somebody = User.objects.get_or_create(email=f"{name}@example.org")[0]
    ZoneMember.objects.get_or_create(user=somebody, zone=factories.zone("sud"))
    client = Client()
    client.force_login(somebody)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site}])
    return SimpleNamespace(user=somebody, client=client)


def save(page):
    page.locator(".save-bar").get_by_role("button", name="Bewaren").click()


def field(page, name):
    return page.locator(f'[name="{name}"]')


def test_from_nothing_to_published_by_keyboard(page):
    """Nothing but Tab, Space, Enter and letters."""
    factories.theme("shower", name_nl="Douche", name_fr="Douche")
    factories.neighbourhood()
    log_in(page.context, page.site, "zone")
    page.goto(page.site + reverse("staff-home"))
    reach(page, '[href$="/nieuw/"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/nieuw/")
    for name, keys in (
        ("actor-name_nl", "Het Bad"),
        ("actor-name_fr", "Le Bain"),
        ("actor-status", "gep"),
        ("contact-n1-value", "02 511 22 33"),
        ("location-n3-street_nl", "Straat 5"),
        ("location-n3-postal_code", "1060"),
        ("location-n3-neighbourhood", "Bos"),
        ("service-n4-name_nl", "Douches"),
        ("service-n4-name_fr", "Douches"),
    ):
        reach(page, f'[name="{name}"]')
        page.keyboard.type(keys)
    reach(page, '[name="service-n4-themes"]')
    page.keyboard.press("Space")
    reach(page, 'button[aria-label="Uren toevoegen: maandag"]')
    page.keyboard.press("Enter")
    reach(page, '[name="service-n4-free"]')
    page.keyboard.press("ArrowRight")  # from "not known", the last, to "yes", the first
    reach(page, '[name="service-n4-status"]')
    page.keyboard.type("gep")
    reach(page, '.save-bar [value="save"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/fiches/**")
    actor = Actor.objects.get()
    service = actor.services.get()
    assert (actor.status, service.status, service.free) == ("published", "published", True)
    assert service.places.get().opening_hours == "Mo 09:00-12:00"
    assert page.goto(page.site + service.get_absolute_url()).status == 200


def reach(page, selector, most=400):
    """Press Tab until the focus is there, as somebody without a mouse does."""
    for _step in range(most):
        if page.evaluate("selector => document.activeElement?.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{selector} is not reached by keyboard")


def test_two_editors_collide_and_nothing_is_lost(page, browser, listing):
    address = page.site + reverse("staff-edit", args=[listing.slug])
    log_in(page.context, page.site, "een")
    theirs = browser.new_context()
    log_in(theirs, page.site, "twee")
    second = theirs.new_page()
    for one in (page, second):
        one.goto(address)
    field(second, "actor-name_nl").fill("Van twee")
    field(second, "actor-acronym_nl").fill("TWEE")
    save(second)
    expect(second.locator(".saved")).to_be_visible()
    field(page, "actor-name_nl").fill("Van een")
    field(page, "actor-description_nl").fill("Ook van een.")
    save(page)
    expect(page.get_by_role("heading", name="wijzigden hetzelfde")).to_be_visible()
    expect(page.locator(".conflict")).to_contain_text("Van twee")
    page.locator('.conflict [value="theirs"]').check()
    save(page)
    expect(page.locator(".saved")).to_be_visible()
    listing.refresh_from_db()
    assert (listing.name_nl, listing.acronym_nl, listing.description_nl) == ("Van twee", "TWEE", "Ook van een.")
    theirs.close()
    forget_missed(page)


def test_lost_connection_keeps_the_page_and_the_draft(page, listing):
    log_in(page.context, page.site, "een")
    page.goto(page.site + reverse("staff-edit", args=[listing.slug]))
    page.context.set_offline(True)
    field(page, "actor-name_nl").fill("Onderweg getypt")
    save(page)
    expect(page.locator("[data-kept]")).to_contain_text("Geen verbinding")
    expect(field(page, "actor-name_nl")).to_have_value("Onderweg getypt")
    page.context.set_offline(False)
    expect(page.locator("[data-kept]")).to_contain_text("bijgehouden om")
    assert Draft.objects.count() == 1
    page.goto(page.site + reverse("staff-edit", args=[listing.slug]))
    page.get_by_role("link", name="Ermee verdergaan").click()
    expect(field(page, "actor-name_nl")).to_have_value("Onderweg getypt")
    save(page)
    expect(page.locator(".saved")).to_be_visible()
    listing.refresh_from_db()
    assert listing.name_nl == "Onderweg getypt"
    assert not Draft.objects.exists()
    forget_missed(page)


def test_ended_session_keeps_the_page(page, listing):
    log_in(page.context, page.site, "een")
    page.goto(page.site + reverse("staff-edit", args=[listing.slug]))
    page.context.clear_cookies()
    field(page, "actor-name_nl").fill("Nog hier")
    save(page)
    expect(page.locator("[data-kept]")).to_contain_text("afgemeld")
    log_in(page.context, page.site, "een")  # in another window
    save(page)
    expect(page.locator(".saved")).to_be_visible()
    listing.refresh_from_db()
    assert listing.name_nl == "Nog hier"
    forget_missed(page)


def test_hours_are_copied_to_other_days(page, listing):
    log_in(page.context, page.site, "een")
    page.goto(page.site + reverse("staff-edit", args=[listing.slug]))
    page.get_by_role("button", name="Kopiëren naar… (vrijdag)").click()
    page.get_by_role("button", name="zaterdag", exact=True).click()
    expect(page.locator("[data-hours-preview]")).to_contain_text("lun–sam 9h00–12h00")
    save(page)
    expect(page.locator(".saved")).to_be_visible()
    assert listing.services.get().places.get().opening_hours == "Mo-Sa 09:00-12:00"


def test_a_row_with_one_clock_stays_and_a_night_says_so(page, listing):
    at = listing.services.get().places.get()
    log_in(page.context, page.site, "zone")
    page.goto(page.site + reverse("staff-edit", args=["douche"]))
    tuesday = page.get_by_role("group", name="dinsdag")
    tuesday.get_by_label("dinsdag, 1, tot").fill("08:00")
    expect(tuesday).to_contain_text("tot 08.00 de volgende dag")
    tuesday.get_by_label("dinsdag, 1, tot").fill("12:00")
    monday = page.get_by_role("group", name="maandag")
    monday.get_by_label("maandag, 1, tot").fill("")
    save(page)
    page.wait_for_selector(".error-summary")
    row = page.locator(".day.has-error")
    expect(row).to_contain_text("vul beide in")
    expect(row.get_by_label("maandag, 1, van")).to_be_focused()
    expect(row.get_by_label("maandag, 1, van")).to_have_value("09:00")
    page.problems[:] = [problem for problem in page.problems if "422" not in problem]
    at.refresh_from_db()
    assert at.opening_hours == "Mo-Fr 09:00-12:00"


def test_a_week_typed_in_one_line_goes_to_the_days_in_plain_words(page, listing):
    log_in(page.context, page.site, "een")
    page.goto(page.site + reverse("staff-edit", args=[listing.slug]))
    line = page.get_by_label("De hele week in één keer")
    line.fill("ma-vr 9-12u en 13-17u, za van 10 tot 12 op afspraak")
    line.press("Tab")
    expect(page.get_by_label("zaterdag, 1, tot")).to_have_value("12:00")
    expect(page.locator("[data-line-answer]")).to_contain_text("Overgenomen in de dagen hieronder")
    expect(line).to_have_value("ma-vr 9-12u en 13-17u, za van 10 tot 12 op afspraak")
    expect(page.get_by_label("maandag, 2, van")).to_have_value("13:00")
    preview = page.locator("[data-hours-preview]")
    expect(preview).to_contain_text("Feestdagen: niet bekend")
    expect(page.locator("code")).to_be_hidden()
    page.get_by_role("button", name="Gesloten op feestdagen").click()
    expect(preview).to_contain_text("Feestdagen: gesloten")
    save(page)
    expect(page.locator(".saved")).to_be_visible()
    kept = 'Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-12:00 "op afspraak"; PH off'
    assert listing.services.get().places.get().opening_hours == kept


def test_a_week_typed_and_saved_at_once_is_shown_first(page, listing):
    log_in(page.context, page.site, "een")
    page.goto(page.site + reverse("staff-edit", args=[listing.slug]))
    page.route("**/uren/**", lambda route: route.abort())  # as slow a connection as there is
    page.get_by_label("De hele week in één keer").fill("ma-vr 14-16u")
    save(page)
    expect(page.get_by_text("bedoelde u dit?")).to_be_visible()
    expect(page.get_by_label("dinsdag, 1, van")).to_have_value("14:00")
    page.unroute("**/uren/**")
    save(page)
    expect(page.locator(".saved")).to_be_visible()
    assert listing.services.get().places.get().opening_hours == "Mo-Fr 14:00-16:00"
    page.problems.clear()  # the failed request was meant


def test_a_sentence_about_one_day_is_asked_where_it_is_typed(page, listing):
    """On a telephone: the question and what is wrong stand under the line, and have the focus after a failed save."""
    page.set_viewport_size({"width": 390, "height": 800})
    log_in(page.context, page.site, "een")
    page.goto(page.site + reverse("staff-edit", args=[listing.slug]))
    line = page.get_by_label("De hele week in één keer")
    answer = page.locator("[data-line-answer]")
    line.fill("meestal wel")
    line.press("Tab")
    expect(answer).to_contain_text("niet te begrijpen")
    save(page)
    page.wait_for_selector(".error-summary")
    expect(line).to_be_focused()
    expect(line).to_be_in_viewport()
    expect(line).to_have_value("meestal wel")
    line.fill("zaterdag op afspraak")
    line.press("Tab")
    expect(answer).to_contain_text("Wat bedoelt u?")
    expect(page.locator(".week-editor .error")).to_have_count(0)
    expect(page.get_by_label("maandag, 1, van")).to_have_value("09:00")
    page.get_by_text("De hele week: wat er stond valt weg").click()
    expect(page.get_by_label("maandag, 1, van")).to_have_count(0)
    page.get_by_text("Alleen dit: de rest blijft zoals het is").click()
    expect(page.get_by_label("maandag, 1, van")).to_have_value("09:00")
    expect(page.locator("[data-hours-preview]")).to_contain_text("op afspraak")
    save(page)
    expect(page.locator(".saved")).to_be_visible()
    assert listing.services.get().places.get().opening_hours == 'Mo-Fr 09:00-12:00; Sa "op afspraak"'
    page.problems[:] = [problem for problem in page.problems if "422" not in problem]


def test_rows_of_the_week_stand_apart_and_buttons_within_reach(page, listing):
    """Nothing lies over something else, and on a wide screen what saves stands where one reads."""
    log_in(page.context, page.site, "een")
    page.goto(page.site + reverse("staff-edit", args=[listing.slug]))
    line = page.get_by_label("De hele week in één keer")
    line.fill("ma-vr 9-12u en 13-17u; za 10-12 op afspraak; feestdagen gesloten")
    line.press("Tab")
    expect(page.locator("[data-line-answer]")).to_contain_text("Overgenomen")
    save(page)
    expect(page.locator(".saved")).to_be_visible()
    for width in (1600, 1280, 768, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(OVERLAPS) == [], width
    page.set_viewport_size({"width": 1600, "height": 900})
    assert page.locator('.save-bar [value="save"]').bounding_box()["x"] < 800


OVERLAPS = """() => {
  const seen = [...document.querySelectorAll("[data-week] .day :is(input, button, select, .day-bar, .day-name)")]
    .filter((one) => one.checkVisibility({ contentVisibilityAuto: true }));
  const boxes = seen.map((one) => [one, one.getBoundingClientRect()]);
  return boxes.flatMap(([one, a], at) => boxes.slice(at + 1)
    .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
    .map(([other]) => `${one.className} ${other.className}`));
}"""


def test_records_are_added_in_place(page, listing):
    log_in(page.context, page.site, "een")
    page.goto(page.site + reverse("staff-edit", args=[listing.slug]))
    field(page, "actor-name_nl").fill("Blijft staan")
    page.locator('button[value="contact:actor"]').click()
    expect(field(page, "contact-n1-kind")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("02 511 22 33")
    expect(field(page, "actor-name_nl")).to_have_value("Blijft staan")
    save(page)
    expect(page.locator(".saved")).to_be_visible()
    assert listing.contacts.get().value == "+3225112233"


def test_point_on_the_map_finds_the_neighbourhood(page, listing):
    log_in(page.context, page.site, "een")
    page.goto(page.site + reverse("staff-edit", args=[listing.slug]))
    place = listing.locations.get()
    before = field(page, f"location-{place.pk}-lat").input_value()
    page.locator("[data-place-map]").click(position={"x": 60, "y": 60})
    expect(field(page, f"location-{place.pk}-lat")).not_to_have_value(before)
    expect(page.locator("[data-territory-words]")).to_contain_text("Bosnië")


def test_a_street_fills_in_the_rest_and_is_asked_where_it_runs_through_two_neighbourhoods(page, listing):
    one = factories.neighbourhood("21001-53", name_nl="Vogelenzang", name_fr="Vogelenzang")
    factories.neighbourhood("21004-8", name_nl="Marollen", name_fr="Marolles")
    short = factories.neighbourhood("21004-7", name_nl="Zavel", name_fr="Sablon")
    place = listing.locations.get()
    place.__class__.objects.filter(pk=place.pk).update(street_nl="", street_fr="")
    log_in(page.context, page.site, "een")
    page.goto(page.site + reverse("staff-edit", args=[listing.slug]))
    of = lambda name: field(page, f"location-{place.pk}-{name}")  # noqa: E731
    for name in ("lat", "lon"):
        of(name).evaluate("input => { input.value = '' }")
    of("street_nl").fill("Clara Clairbertdreef 3")
    of("street_nl").press("Tab")
    expect(of("street_fr")).to_have_value("Allée Clara Clairbert 3")
    expect(of("neighbourhood")).to_have_value(str(one.pk))
    expect(of("precision")).to_have_value("street")
    expect(of("lat")).to_have_value("50.82444")
    of("street_nl").fill("Hoogstraat 12")
    of("street_nl").press("Tab")
    page.get_by_role("button", name="Zavel").click()
    expect(of("street_fr")).to_have_value("Rue Haute 12")
    expect(of("neighbourhood")).to_have_value(str(short.pk))


def test_receptionist_changes_the_hours_on_a_phone_and_takes_it_back(page, listing):
    """From the home page to the changed hours and back, with a thumb: menu, log in, only the hours, save, undo."""
    somebody = factories.user("balie@example.org", password="a long enough password")
    ActorEditor.objects.create(user=somebody, actor=listing)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(page.site + "/nl/")
    page.locator("[data-menu] summary").click()
    page.get_by_role("link", name="Aanmelden").click()
    field(page, "login").fill(somebody.email)
    field(page, "password").fill("a long enough password")
    page.keyboard.press("Enter")
    page.wait_for_url("**/beheer/")
    page.get_by_role("link", name="Alleen de uren").click()
    expect(field(page, "actor-name_nl")).to_be_hidden()
    page.get_by_label("maandag, 1, tot").fill("11:00")
    expect(page.locator(".save-bar")).to_be_in_viewport()
    save(page)
    expect(page.locator(".saved")).to_be_visible()
    place = listing.services.get().places.get()
    assert place.opening_hours == "Mo 09:00-11:00; Tu-Fr 09:00-12:00"
    page.get_by_role("link", name="of maak het ongedaan").click()
    page.locator(".history a.button").first.click()
    page.get_by_role("button", name="Terugzetten").click()
    expect(page.locator(".saved")).to_be_visible()
    place.refresh_from_db()
    assert place.opening_hours == "Mo-Fr 09:00-12:00"


def test_one_click_about_room_is_taken_back(page, listing):
    log_in(page.context, page.site, "een")
    page.goto(page.site + reverse("staff-rooms"))
    page.get_by_role("button", name="Volzet").click()
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.get_by_text("Ongedaan gemaakt")).to_be_visible()
    assert not Availability.objects.exists()


def forget_missed(page):
    """The failed requests were meant."""
    page.problems[:] = [problem for problem in page.problems if not MISSED.search(problem)]


def test_nothing_sticks_out_at_320_pixels(page, listing):
    factories.theme("clinic", name_nl="Huisarts en wijkgezondheidscentrum")
    log_in(page.context, page.site, "een")
    page.set_viewport_size({"width": 320, "height": 640})
    for path in (reverse("staff-home"), reverse("staff-new"), reverse("staff-edit", args=[listing.slug])):
        page.goto(page.site + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
