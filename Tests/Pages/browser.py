"""Pages in a real browser without a window, by the DevTools protocol, and what it says of them."""

import base64
import contextlib
import http.server
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time

import websocket

NAMES = ["chromium", "chromium-browser", "google-chrome"]
# Seconds that an answer may take.
PATIENCE = float(os.environ.get("PATIENCE", "60"))
# What the browser reports as it goes.
DOMAINS = ["Page", "Runtime", "Log", "Network", "Audits", "Accessibility"]


def path():
    """Path of the browser; ends the script where there is none, as a failure if CI is set."""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    script = os.path.basename(sys.argv[0])
    if os.environ.get("CI"):
        sys.exit(f"{script}: there is no Chromium")
    print(f"{script}: SKIPPED: there is no Chromium")
    sys.exit(0)


@contextlib.contextmanager
def server(folder):
    """Serves a folder to this machine; gives its address, and the paths that are asked for."""
    asked = []

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments):
            super().__init__(*arguments, directory=folder)

        def log_message(self, *arguments):
            asked.append(self.path)

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_port}", asked
        served.shutdown()


class Browser:
    """One tab, whose events are kept until they are taken."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="clustersim-pages-")
        flags = ["--headless", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                 "--no-first-run", "--disable-background-networking", "--remote-debugging-port=0",
                 f"--user-data-dir={self.folder}", "about:blank"]
        if os.geteuid() == 0:
            flags.insert(0, "--no-sandbox")
        self.process = subprocess.Popen([path(), *flags], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.events = []
        self.last = 0
        self.socket = None
        try:
            self._connect()
        except BaseException:
            self.close()
            raise

    def _connect(self):
        """Attaches to the first tab."""
        file = pathlib.Path(self.folder, "DevToolsActivePort")
        deadline = time.monotonic() + PATIENCE
        while not (file.exists() and file.read_text().count("\n")):
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise RuntimeError("Chromium does not start")
            time.sleep(0.05)
        port, browser = file.read_text().split("\n")[:2]
        self.socket = websocket.create_connection(
            f"ws://127.0.0.1:{port}{browser}", timeout=PATIENCE, suppress_origin=True)
        self.session = None
        tabs = self.call("Target.getTargets")["targetInfos"]
        tab = next(tab for tab in tabs if tab["type"] == "page")
        self.session = self.call("Target.attachToTarget", targetId=tab["targetId"],
                                 flatten=True)["sessionId"]
        for domain in DOMAINS:
            self.call(f"{domain}.enable")

    def call(self, method, **parameters):
        """Calls a method and gives its result; events that come in between are kept."""
        self.last += 1
        message = {"id": self.last, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.socket.send(json.dumps(message))
        while (answer := json.loads(self.socket.recv())).get("id") != self.last:
            self.events.append(answer)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return answer["result"]

    def open(self, address):
        """Opens a page and waits until it is there; gives the events of its coming."""
        self.events = []
        self.call("Page.navigate", url=address)
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.events.append(json.loads(self.socket.recv()))
        # What comes late, such as an icon, has come after this.
        self.evaluate("new Promise(done => setTimeout(done, 100))")
        return self.events

    def show(self, width, scheme):
        """Sets the width in pixels and the colour scheme, "light" or "dark"; all is in view."""
        self.call("Emulation.setEmulatedMedia",
                  features=[{"name": "prefers-color-scheme", "value": scheme}])
        for height in [1000, None]:
            height = height or self.evaluate("document.documentElement.scrollHeight")
            self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                      deviceScaleFactor=1, mobile=False)

    def evaluate(self, expression):
        """The value of an expression of JavaScript, waited for if it is a promise."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True,
                           awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def pdf(self):
        """The page as it is printed on A4."""
        answer = self.call("Page.printToPDF", paperWidth=8.27, paperHeight=11.69)
        return base64.b64decode(answer["data"])

    def picture(self):
        """The whole page as PNG."""
        answer = self.call("Page.captureScreenshot")
        return base64.b64decode(answer["data"])

    def close(self):
        """Ends the browser."""
        if self.socket:
            self.socket.close()
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()


def complaints(events, address):
    """What went wrong while a page came: messages, violations, exceptions, and requests for
    anything else than the page."""
    found = []
    for event in events:
        told = event.get("params", {})
        match event["method"]:
            case "Log.entryAdded":
                found.append(told["entry"]["text"])
            case "Runtime.consoleAPICalled" | "Runtime.exceptionThrown" | "Audits.issueAdded":
                found.append(json.dumps(told))
            case "Network.requestWillBeSent" if told["request"]["url"] != address:
                found.append(f"asks for {told['request']['url']}")
    return found
