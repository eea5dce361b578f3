// Compiles Python for Pyodide by Pyodide: node compile.mjs PYODIDE-FOLDER FOLDER turns FOLDER/source.zip into
// FOLDER/compiled.zip. Runs while the site is built, never in the browser.
import { pathToFileURL } from "node:url";

const [pyodide, folder] = process.argv.slice(2);

const PROGRAM = `
import ast, zipfile
from importlib import _bootstrap_external as external


def without_docstrings(tree):
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if not isinstance(body, list) or not body or not isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        first = body[0]
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
            first.value.value = ""
    return tree


with zipfile.ZipFile("/work/source.zip") as sources, zipfile.ZipFile("/work/compiled.zip", "w") as compiled:
    for name in sources.namelist():
        source = sources.read(name)
        tree = ast.parse(source, name)
        if b"__doc__" not in source:
            tree = without_docstrings(tree)
        code = compile(tree, "/" + name, "exec", dont_inherit=True)
        compiled.writestr(name + "c", external._code_to_hash_pyc(code, bytes(8), False))
`;

try {
  const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`));
  const python = await loadPyodide({ indexURL: pyodide, lockFileContents: {{LOCK}}, env: { PYTHONNODEBUGRANGES: "1" } });
  python.FS.mkdirTree("/work");
  python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, "/work");
  python.runPython(PROGRAM);
} catch (problem) {
  console.error(String(problem).trim().slice(-300));
  process.exit(1);
}
process.exit(0);
