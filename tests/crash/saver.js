// A worker with Python in it that does nothing but save.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const python = await loadPyodide({ packages: [] });
const modules = await (await fetch("saver.zip")).arrayBuffer();
python.unpackArchive(modules, "zip", { extractDir: "/app" });
python.runPython("import sys; sys.path.insert(0, '/app')");
const saver = python.pyimport("tests.crash.saver");
await saver.save_until_killed(new URL(location.href).searchParams.get("name"), (id) => postMessage(id));
