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
  const TAPS = ["pointerup", "touchend", "click", "keydown"];
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
  const say = async ({ text, lang, rate, over }) => {
    const mine = over ? (turn += 1) : turn;
    const able = await voices(lang);
    if (!able.length) return "no-voice";
    if (over && (speech.speaking || speech.pending)) {
      speech.cancel();
      await new Promise((done) => setTimeout(done, 50));  // some versions of Chrome drop what is said at once
    }
    if (mine !== turn) return "replaced";
    const exact = (voice) => voice.lang.replace("_", "-").toLowerCase() === lang.toLowerCase();
    const voice = able.find((one) => exact(one) && one.default) ?? able.find(exact) ?? able.find((one) => one.default) ?? able[0];
    const spoken = said = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, rate });
    return new Promise((done) => {
      spoken.onstart = () => done("said");
      spoken.onerror = ({ error }) => done(error === "not-allowed" ? "needs-tap" : /cancel|interrupt/.test(error) ? "replaced" : "no-voice");
      setTimeout(done, 5000, "said");  // it waits its turn, or the browser does not tell
      speech.speak(spoken);
    });
  };

  return {
    keeping: async () => keeping(await navigator.storage?.persisted?.()),
    persist: async () => keeping(await navigator.storage?.persist?.()),
    reminding: () => (canRemind() ? LEAVE[Notification.permission] : "never"),
    "allow-reminders": async () => (canRemind() ? LEAVE[await Notification.requestPermission()] : "never"),
    remind: async ({ tag, title, body }) => {
      if (!canRemind() || Notification.permission !== "granted") return "not shown";
      const worker = await navigator.serviceWorker.getRegistration();
      const look = { tag, body, icon: "icons/icon-192.png", data: location.href };
      if (worker?.active) await worker.showNotification(title, look);
      else new Notification(title, look);
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
