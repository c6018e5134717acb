"""Opens pages in a headless Chromium as a reader would, and says what is wrong with them.

    check.py CHROMIUM SCREENSHOTS|- PAGE... [--large PAGE...]

Each page is opened in light and dark, 360 and 1,400 pixels wide, with scripts switched off: nothing may
be asked of the network, said on the console, wider than the screen or too faint, and axe must find
nothing. Screenshots and a print of each page are kept in the folder SCREENSHOTS, unless that is `-`.
Of a large page the size counts, which is below 5 MB, and how long it takes until it is loaded is said.
"""

import pathlib
import sys

import html5lib
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

WIDTHS = (360, 1400)
LARGEST_MEGABYTES = 5
SCHEMES = ("light", "dark")
AUDITED = (("light", 1400), ("dark", 360))

# Text of pictures, which axe does not look at: how much it stands out from what it lies on.
FAINT_TEXT = """() => {
  const rgb = text => (text.match(/[\\d.]+/g) || []).slice(0, 3).map(Number);
  const light = text => rgb(text).map(part => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }).reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  const ground = getComputedStyle(document.body).backgroundColor;
  return [...document.querySelectorAll('svg text')].flatMap(text => {
    const box = text.closest('.node')?.querySelector('rect');
    const pair = [getComputedStyle(text).fill, box ? getComputedStyle(box).fill : ground];
    const [high, low] = pair.map(light).sort((a, b) => b - a);
    const contrast = (high + 0.05) / (low + 0.05);
    return contrast < 4.5 ? [`${text.textContent}: ${contrast.toFixed(2)}`] : [];
  });
}"""

# Text that leaves its box, and boxes that leave the picture.
SPILT_TEXT = """() => [...document.querySelectorAll('.node')].flatMap(node => {
  const box = node.querySelector('rect').getBoundingClientRect();
  return [...node.querySelectorAll('text')].filter(text => {
    const own = text.getBoundingClientRect();
    return own.right > box.right + 1 || own.left < box.left - 1 || own.bottom > box.bottom + 1;
  }).map(text => text.textContent);
})"""

TOO_WIDE = """() => document.documentElement.scrollWidth - document.documentElement.clientWidth"""

# All charts, and the tables of some of them: the others are alike, and axe takes its time.
UNFOLD = """() => [...document.querySelectorAll('details')].forEach((each, place) => {
  each.open = place < 8 || each.matches('.more');
})"""

FOCUS = """() => {
  const style = getComputedStyle(document.activeElement);
  return [document.activeElement.tagName, parseFloat(style.outlineWidth), style.outlineStyle];
}"""


def check(browser, page_path, folder):
    """What is wrong with one page."""
    complaints = []
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    parser.parse(page_path.read_bytes())
    complaints += [f"not HTML: {error}" for error in parser.errors[:5]]
    for scheme in SCHEMES:
        for width in WIDTHS:
            where = f"{page_path.name}, {scheme}, {width} px: "
            viewport = {"width": width, "height": 900}
            still = browser.new_context(
                color_scheme=scheme, java_script_enabled=False, viewport=viewport
            )
            page = open_page(still, page_path, where, complaints)
            if folder:
                shot = folder / f"{page_path.stem}-{scheme}-{width}.png"
                page.screenshot(path=shot, full_page=True)
            still.close()
            # What measures the page is itself a script.
            measured = browser.new_context(color_scheme=scheme, viewport=viewport)
            page = open_page(measured, page_path, where, complaints)
            complaints += [where + text for text in measure(page)]
            # What it looks at hangs on the colours and hardly on the width.
            if (scheme, width) in AUDITED:
                complaints += [where + text for text in audit(page)]
            measured.close()
    if folder:
        printed = browser.new_page()
        printed.goto(page_path.as_uri())
        printed.pdf(path=folder / f"{page_path.stem}.pdf", format="A4", print_background=True)
        printed.close()
    return complaints


def open_page(context, path, where, complaints):
    """The page, opened; what it asks for and says is a complaint."""
    page = context.new_page()
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda line: complaints.append(where + line.text))
    page.on("pageerror", lambda error: complaints.append(where + str(error)))
    page.on("dialog", lambda dialog: complaints.append(where + "a dialog"))
    page.goto(path.as_uri())
    complaints += [where + f"asks for {url}" for url in requests[1:]]
    return page


def check_large(browser, page_path):
    """What is wrong with a page that holds much: its size, and how long it takes until it is loaded."""
    megabytes = page_path.stat().st_size / 1e6
    seconds = []
    # The quickest of three: the others tell how busy the machine is.
    for _ in range(3):
        page = browser.new_page()
        page.goto(page_path.as_uri())
        seconds.append(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd / 1e3"))
        page.close()
    print(f"{page_path.name}: {megabytes:.2f} MB, opened in {min(seconds):.2f} s")
    return [f"{page_path.name}: {megabytes:.2f} MB"] if megabytes >= LARGEST_MEGABYTES else []


def measure(page):
    """What is wrong with a page that is open, with charts and tables unfolded."""
    complaints = focus(page)
    page.evaluate(UNFOLD)
    wide = page.evaluate(TOO_WIDE)
    if wide > 0:
        complaints.append(f"{wide} px too wide")
    complaints += [f"too faint: {text}" for text in page.evaluate(FAINT_TEXT)]
    complaints += [f"out of its box: {text}" for text in page.evaluate(SPILT_TEXT)]
    if page.evaluate("document.scripts.length") > 0:
        complaints.append("has a script")
    return complaints


def audit(page):
    """What axe finds."""
    complaints = []
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    for violation in found.response["violations"]:
        nodes = [node["html"][:120] for node in violation["nodes"][:3]]
        complaints.append(f"axe: {violation['id']}: {nodes}")
    return complaints


def focus(page):
    """What is wrong for somebody without a mouse."""
    stops = []
    for _ in range(6):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        # Behind the last thing that can have the focus.
        if stop[0] == "BODY":
            break
        stops.append(stop)
    complaints = [] if stops else ["nothing can have the focus"]
    return complaints + [
        f"no outline on the focused {tag}" for tag, width, style in stops if width < 2 or style == "none"
    ]


def main():
    chromium, folder, *names = sys.argv[1:]
    large = []
    if "--large" in names:
        place = names.index("--large")
        names, large = names[:place], names[place + 1 :]
    folder = None if folder == "-" else pathlib.Path(folder)
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    complaints = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name in names:
            complaints += check(browser, pathlib.Path(name).resolve(), folder)
        for name in large:
            complaints += check_large(browser, pathlib.Path(name).resolve())
        browser.close()
    print("\n".join(complaints))
    print(f"{len(names) + len(large)} pages, {len(complaints)} complaints")
    return 1 if complaints else 0


sys.exit(main())
