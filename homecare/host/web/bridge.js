"use strict";
// What only the page can do, for Python: `await host.ask("persist", details)`. Whatever `answers` holds under that name is
// called with the details. What it returns, a string or bytes, goes back; "" says that it cannot be done.
const answers = (() => {
  const safari = navigator.vendor.startsWith("Apple");

  // Safari clears what a website keeps after 7 days without a visit, unless it was added to the home screen.
  const installed = () => navigator.standalone === true || matchMedia("(display-mode: standalone)").matches;
  const keeping = (forGood) => (safari && !installed() ? "seven-days" : forGood ? "for-good" : "while-room");

  const LEAVE = { granted: "on", default: "on-request", denied: "refused" };
  const canRemind = () => "Notification" in window && "serviceWorker" in navigator;
  const askLeave = async () => LEAVE[await Notification.requestPermission()];

  // --- Within the tap. WebKit lets a page open a chooser, copy, call or share only while it handles a tap, in which it
  // counts timers that were set there for up to a second. Python answers a tap later than that, by a message. So its
  // wish is done in the next of these timers. Other engines look at the time since the tap alone.
  const TAPS = ["pointerup", "touchend", "click", "keydown"];
  const wishes = [];
  let lastTap = -Infinity;
  const drain = () => wishes.splice(0).forEach((wish) => wish());
  const tapped = (event) => {
    if (!event.isTrusted || event.repeat) return;
    lastTap = performance.now();
    wakeSounds(event.type);
    for (let ms = 0; ms < 1000; ms += 25) setTimeout(drain, ms);
  };
  // Safari lets sound be heard only through what a tap has touched. Flutter makes its players when a screen opens, and
  // plays them when Python says so; so each tap touches those made meanwhile, which makes no sound by itself, and
  // wakes what the system has put to sleep, as during a call.
  const players = new Set();
  const mixers = new Set();
  const wakeSounds = (kind) => {
    for (const player of players) if (player.paused) player.load();
    if (kind !== "pointerup") players.clear();  // another event of the same tap follows, which old versions go by
    for (const mixer of mixers) {
      if (mixer.state === "closed") mixers.delete(mixer);
      else if (mixer.state !== "running") mixer.resume().catch(() => {});
    }
  };
  if (safari) {
    const create = document.createElement;
    document.createElement = function (...given) {
      const made = create.apply(this, given);
      if (made instanceof HTMLAudioElement) players.add(made);
      return made;
    };
    window.AudioContext = class extends AudioContext {
      constructor(...given) {
        super(...given);
        mixers.add(this);
      }
    };
    for (const kind of TAPS) addEventListener(kind, tapped, true);
  }
  const begunInTime = (act) => new Promise((done) => {
    let begun = false;
    const begin = () => {
      if (begun) return;
      begun = true;
      done(new Promise((acted) => acted(act())));  // what `act` throws is passed on
    };
    if (!safari || performance.now() - lastTap > 950) return begin();
    wishes.push(begin);
    setTimeout(begin, 100);
  });

  // A wish that came too late is armed: a second tap on the same button, or Enter or Space, begins it at once. Python's
  // answer to that tap, which comes late again, is given the outcome.
  let button = "";
  let armed = null;
  let begun = null;
  const pressed = (event) => {
    if (!event.isTrusted || (event.type === "keydown" && event.key !== "Enter" && event.key !== " ")) return;
    const found = (event.type === "keydown" ? document.activeElement : event.target)?.closest?.('[role="button"]');
    button = found ? found.ariaLabel || found.textContent : "";
    begun = armed && button === armed.button ? { wish: armed.wish, outcome: armed.act() } : null;
    armed = null;
  };
  for (const kind of ["click", "keydown"]) addEventListener(kind, pressed, true);
  const inTap = (name, act) => async (details) => {
    const wish = name + JSON.stringify(details);
    const early = begun?.wish === wish ? begun : null;
    begun = null;
    const outcome = await (early ? early.outcome : begunInTime(() => act(details)));
    if (outcome === "tap-needed" && button) armed = { button, wish, act: () => act(details) };
    return outcome;
  };

  // --- Files, chosen or dropped. They stay here, and Python reads them piece by piece, so that nothing stands still.
  const held = new Map();
  let number = 0;
  const hold = (files) => JSON.stringify([...files].map((file) => {
    held.set(number += 1, file);
    return { number, name: file.name, size: file.size };
  }));

  let endChoice = () => {};
  const pick = ({ many }) => {
    endChoice();
    const input = Object.assign(document.createElement("input"), { type: "file", multiple: many, hidden: true });
    document.body.append(input);  // some browsers forget an input that is nowhere
    const chosen = new Promise((done) => {
      endChoice = () => {
        input.remove();
        done(hold(input.files));
      };
      input.onchange = endChoice;
      input.oncancel = endChoice;
    });
    try {
      input.showPicker();  // which WebKit allows for some seconds after the tap, and click() only within it
    } catch (problem) {
      if (problem.name === "NotAllowedError") {
        endChoice();
        return "tap-needed";
      }
      input.click();  // an older browser
    }
    return chosen;
  };

  // --- What leaves the page by a tap.
  const refused = (problem) => (problem.name === "NotAllowedError" ? "tap-needed" : problem.name === "AbortError" ? "closed" : "");
  const copy = ({ text }) => navigator.clipboard.writeText(text).then(() => "copied", refused);
  const dial = ({ number }) => {
    Object.assign(document.createElement("a"), { href: `tel:${number}` }).click();
    return "dialled";
  };
  // The system's sheet lies over the page, so a tap on the page says that it is closed. Safari does not always.
  const nextTap = () => new Promise((done) => {
    const closed = ({ isTrusted }) => isTrusted && done("closed");
    setTimeout(() => addEventListener("pointerdown", closed, { once: true, capture: true }), 1000);
  });
  const shared = (name, type, data) => ({ files: [new File([data], name, { type })] });
  const share = ({ name, type, data }) => {
    const file = shared(name, type, Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0)));
    return Promise.race([navigator.share(file).then(() => "shared", refused), nextTap()]);
  };

  let wanted = null;  // who waits for files to be dropped
  const carries = (event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragover", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = wanted ? "copy" : "none";
  }, true);
  addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();  // or the browser would leave the app and show the file
    wanted?.done(hold(event.dataTransfer.files));
    wanted = null;
  }, true);
  const unwanted = () => {
    wanted?.done("");
    wanted = null;
  };

  // --- Speech, with the device's own voices only: others send the text to a company, which no policy of ours stops.
  const speech = window.speechSynthesis;
  let listed;  // resolves once the browser has read the list of voices, or has had time to
  const voices = async (lang) => {
    if (!speech) return [];
    listed ??= speech.getVoices().length ? Promise.resolve() : new Promise((done) => {
      speech.addEventListener?.("voiceschanged", done, { once: true });
      setTimeout(done, 1500);
    });
    await listed;
    wakeInTap();
    const language = (tag) => tag.split(/[-_]/)[0].toLowerCase();
    return speech.getVoices().filter((voice) => voice.localService === true && language(voice.lang) === language(lang));
  };

  // Safari speaks only once it has spoken within a tap: the first one after a voice was wanted says nothing, silently.
  let wakes = !safari;
  const wake = () => {
    for (const kind of TAPS) removeEventListener(kind, wake, true);
    const silence = new SpeechSynthesisUtterance(" ");
    silence.volume = 0;
    speech.speak(silence);
  };
  const wakeInTap = () => {
    if (wakes) return;
    wakes = true;
    for (const kind of TAPS) addEventListener(kind, wake, true);
  };

  let said;  // Chromium forgets an utterance that nothing refers to
  let turn = 0;
  const say = async ({ text, lang, rate, over, voice: wanted }) => {
    const mine = over ? (turn += 1) : turn;
    const able = await voices(lang);
    if (!able.length) return "no-voice";
    if (over && (speech.speaking || speech.pending)) {
      speech.cancel();
      await new Promise((done) => setTimeout(done, 50));  // some versions of Chrome drop what is said at once
    }
    if (mine !== turn) return "replaced";
    const exact = (voice) => voice.lang.replace("_", "-").toLowerCase() === lang.toLowerCase();
    const voice = able.find((one) => one.name === wanted)
      ?? able.find((one) => exact(one) && one.default) ?? able.find(exact) ?? able.find((one) => one.default) ?? able[0];
    const spoken = said = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, rate });
    return new Promise((done) => {
      spoken.onstart = () => done("said");
      spoken.onerror = ({ error }) => done(error === "not-allowed" ? "needs-tap" : /cancel|interrupt/.test(error) ? "replaced" : "no-voice");
      setTimeout(done, 5000, "said");  // it waits its turn, or the browser does not tell
      speech.speak(spoken);
    });
  };

  return {
    pick: inTap("pick", pick),
    dropped: ({ ticket }) => {
      unwanted();
      return new Promise((done) => { wanted = { ticket, done }; });
    },
    "want-none": ({ ticket }) => {
      if (wanted?.ticket === ticket) unwanted();
      return "none";
    },
    piece: async ({ number, start, end }) => new Uint8Array(await held.get(number).slice(start, end).arrayBuffer()),
    "let-go": ({ number }) => (held.delete(number) ? "gone" : ""),
    copy: inTap("copy", copy),
    dial: inTap("dial", dial),
    // A frame out of sight: the app's own window would print the app.
    print: ({ html }) => new Promise((done) => {
      const frame = document.createElement("iframe");
      frame.style.cssText = "position:fixed;width:0;height:0;border:0";
      frame.setAttribute("aria-hidden", "true");
      frame.onload = () => {
        frame.contentWindow.onafterprint = () => frame.remove();
        frame.contentWindow.focus();
        frame.contentWindow.print();
        done("printed");
      };
      frame.srcdoc = html;
      document.body.append(frame);
    }),
    picture: async ({ path }) => {
      const found = await fetch(path);
      return found.ok ? found.text() : "";
    },
    "can-share": ({ name, type }) => (navigator.canShare?.(shared(name, type, "-")) ? "yes" : ""),
    share: inTap("share", share),
    keeping: async () => keeping(await navigator.storage?.persisted?.()),
    persist: async () => keeping(await navigator.storage?.persist?.()),
    reminding: () => (canRemind() ? LEAVE[Notification.permission] : "never"),
    "allow-reminders": () => (canRemind() ? begunInTime(askLeave) : "never"),
    remind: async ({ tag, title, body }) => {
      if (!canRemind() || Notification.permission !== "granted") return "not shown";
      const worker = await navigator.serviceWorker.getRegistration();
      const look = { tag, body, icon: "icons/icon-192.png" };
      if (worker?.active) await worker.showNotification(title, look);
      else new Notification(title, look).onclick = () => window.focus();  // the served app has no service worker
      return "shown";
    },
    say,
    hush: () => {
      turn += 1;
      speech?.cancel();
      return "hushed";
    },
    voices: async ({ lang }) => (await voices(lang)).map((voice) => voice.name).join("\n"),
    vibrate: ({ pattern }) => (navigator.vibrate?.(pattern) ? "vibrates" : ""),
  };
})();
