"use strict";
// What only the page can do, for Python in its worker. Python: `await page_bridge.ask("persist", details)`;
// whatever `answers` holds under that name is called with the details, and what it returns (or throws) goes back.
const answers = (() => {
  // Safari clears what a website keeps after 7 days without a visit, unless it was added to the home screen.
  const safari = navigator.vendor.startsWith("Apple");
  const installed = () => navigator.standalone === true || matchMedia("(display-mode: standalone)").matches;
  const keeping = (forGood) => (safari && !installed() ? "seven-days" : forGood ? "for-good" : "while-room");

  const LEAVE = { granted: "on", default: "on-request", denied: "refused" };
  const canRemind = () => "Notification" in window && "serviceWorker" in navigator;

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
  };
})();
