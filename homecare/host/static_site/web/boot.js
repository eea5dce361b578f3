"use strict";
// Starts Python at once, beside the engine that draws the screen; the slow starts of the two overlap. Flet's
// client calls jsConnect, jsSend and jsDisconnect. Registers the service worker, which keeps the app on the device.

(() => {
  // Without https a browser offers no lock between tabs, no lasting storage and no copy for use without a network.
  if (!isSecureContext) {
    addEventListener("DOMContentLoaded", () => say("homecare works at an address that begins with https only. "
      + "Please tell the clinic that gave you this one."));
    globalThis.jsConnect = () => new Promise(() => {});
    return;
  }

  const begin = () => new Worker(new URL("python-worker.js", document.baseURI), { type: "module" });
  const links = new Map();
  let warm = begin();

  function say(sentence) {
    const words = document.querySelector("#starting span:not(.failed)");
    if (words) words.textContent = sentence;
  }

  // What every worker sends: Flet's packets as bytes, all else as an object that names itself.
  function listen(worker, toFlet) {
    return new Promise((connected, failed) => {
      const fail = (problem) => {
        console.error(problem);
        flet.failed(problem);
        failed(new Error(problem));
      };
      worker.onmessage = ({ data }) => {
        if (data instanceof Uint8Array) {
          toFlet(data);
          flet.appSaid(data.byteLength);
        } else if ("ask" in data) flet.answered(data).then((answer) => worker.postMessage(answer));
        else if ("stage" in data) {
          performance.mark(`python:${data.stage}`, { startTime: Math.max(0, data.at - performance.timeOrigin) });
        } else if ("connected" in data) {
          flet.connected = true;
          connected();
        } else if ("failed" in data) fail(data.failed);
      };
      worker.onerror = () => fail("Python's worker could not be loaded.");
    });
  }

  listen(warm, () => {}).catch(() => {});

  globalThis.jsConnect = (appId, args, toFlet) => {
    const worker = warm ?? begin();
    warm = null;
    links.set(appId, worker);
    const connected = listen(worker, toFlet);
    worker.postMessage({ connect: document.URL });
    return connected;
  };
  // The array's own buffer goes over, so that a large backup is not copied.
  globalThis.jsSend = async (appId, packet) => links.get(appId)?.postMessage(packet, [packet.buffer]);
  globalThis.jsDisconnect = async (appId) => {
    links.get(appId)?.terminate();
    links.delete(appId);
  };

  const keeper = navigator.serviceWorker;
  if (!keeper) return;
  addEventListener("DOMContentLoaded", () => { if (!keeper.controller) say("Getting ready for use without a network…"); });
  // On a first visit the network and the processor belong to the start; keeping a copy waits for the screen.
  const keep = () => keeper.register("sw.js", { updateViaCache: "none" })
    .then(() => keeper.ready)
    .then((here) => here.active.postMessage({ claim: "{{VERSION}}" }))
    .catch((problem) => console.warn("This browser does not keep a copy of the app:", problem));
  addEventListener("homecare-shown", keep, { once: true });
})();
