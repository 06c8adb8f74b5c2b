// What pages can do with JavaScript, and do without: pass on, print, read aloud, tell that there is no internet, keep
// themselves for a visit without internet. Small and plain, since every page loads it.
const page = document.documentElement;

// Buttons that need this script are hidden until it runs.
const can = {
  copy: Boolean(navigator.clipboard),
  print: true,
  read: "speechSynthesis" in window,
};
for (const button of document.querySelectorAll("[data-action]")) {
  if (can[button.dataset.action]) button.hidden = false;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-action]");
  if (button) actions[button.dataset.action]?.(button);
});

const actions = {
  async copy(button) {
    await navigator.clipboard.writeText(button.dataset.text);
    const place = button.closest("section")?.querySelector("[data-done-text]");
    if (place) place.textContent = button.dataset.done;
  },
  print: () => window.print(),
  read(button) {
    const words = button.querySelector("span");
    const start = (words.dataset.start ??= words.textContent);
    const stopped = () => { words.textContent = start; };
    if (speechSynthesis.speaking) {
      speechSynthesis.cancel();
      return stopped();
    }
    const speech = new SpeechSynthesisUtterance(readable());
    speech.lang = page.lang;
    speech.onend = stopped;
    speech.onerror = stopped;
    speechSynthesis.speak(speech);
    words.textContent = button.dataset.stop;
  },
  update() {
    waiting?.postMessage("take over");
  },
};

/** The text of the page from its title to before the ways to pass it on. */
function readable() {
  const parts = document.querySelectorAll("main h1, main h2, main p, main li");
  return [...parts]
    .filter((part) => !part.closest("[aria-labelledby=share], .tags") && part.offsetParent)
    .map((part) => part.textContent.trim())
    .join(". ");
}
addEventListener("pagehide", () => can.read && speechSynthesis.cancel());

const banner = (name, shown) => {
  const element = document.querySelector(`[data-banner=${name}]`);
  if (element) element.hidden = !shown;
};
const tellOffline = () => banner("offline", !navigator.onLine);
addEventListener("online", tellOffline);
addEventListener("offline", tellOffline);
tellOffline();

// Pages with the search or the rights check keep the site for a visit without internet, unless the owner of the phone
// saves data. A new version takes over only when somebody asks for it, or when no page of the old one is open any more.
let waiting;
const worker = page.dataset.offline;
if (worker && navigator.serviceWorker && !navigator.connection?.saveData) {
  addEventListener("load", async () => {
    const asked = () => Boolean(waiting);
    navigator.serviceWorker.addEventListener("controllerchange", () => asked() && location.reload());
    try {
      const registration = await navigator.serviceWorker.register(worker);
      const tell = () => {
        // The very first version has nothing to take over from.
        if (!registration?.waiting || !navigator.serviceWorker.controller) return;
        waiting = registration.waiting;
        banner("update", true);
      };
      const follow = () => registration?.installing?.addEventListener("statechange", tell);
      tell();
      // A new version may be on its way already.
      follow();
      registration?.addEventListener("updatefound", follow);
    } catch (fault) {
      console.warn(fault);
    }
  });
}

// Counting is off unless the site was built with a place to send counts to. Nothing but the page and how often is sent.
const count = page.dataset.count;
if (count) {
  let nothing = 0;
  document.addEventListener("nothing-found", () => { nothing = 1; });
  addEventListener("pagehide", () => {
    // All in the address, so that any host can write it to a log; `rights count` adds it up.
    navigator.sendBeacon(`${count}?${new URLSearchParams({ page: location.pathname, nothing })}`);
  });
}
