"use strict";
// What only the page can do, for Python in its worker: the page answers one request at a time.
//
// Python: `import page_bridge; value = await page_bridge.ask("persist", to_js({...}))`. Whatever `answers`
// holds under that name is called with the details; what it returns (or throws) goes back.
const answers = {
};
