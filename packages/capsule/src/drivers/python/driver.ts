import type { SourceFile } from '../../execution.ts';
import type { Driver } from '../driver.ts';

/** The Python driver. A test program runs in the learner's scope, under a name of its own. */
const PYTHON_DRIVER = String.raw`
import math, os, sys

# The json package takes longer to import than most cases run; its C half, which CPython has built in, does not.
from _json import encode_basestring_ascii as quote, make_scanner


class Scanner:
    strict = False
    object_hook = object_pairs_hook = None
    parse_int = int
    parse_float = parse_constant = float


def loads(text):
    return make_scanner(Scanner)(text, 0)[0]


def dumps(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float):
        return float.__repr__(value)
    if isinstance(value, list):
        return "[" + ",".join([dumps(item) for item in value]) + "]"
    return "{" + ",".join([quote(key) + ":" + dumps(item) for key, item in value.items()]) + "}"


def conform(type, value):
    """The value as JSON of the declared type, or a TypeError that says what it is instead."""
    kind = type["kind"]
    if kind == "optional":
        return None if value is None else conform(type["of"], value)
    if kind == "int" and isinstance(value, int) and not isinstance(value, bool):
        if not -(1 << 63) <= value < 1 << 63:
            raise TypeError("an int past 64 bits")
        return integer(value)
    if kind == "float" and isinstance(value, (int, float)) and not isinstance(value, bool):
        return real(float(value))
    if kind == "bool" and isinstance(value, bool):
        return value
    if kind == "string" and isinstance(value, str):
        return str(value)
    if kind == "list" and isinstance(value, (list, tuple)):
        return [conform(type["of"], item) for item in value]
    if kind == "map" and isinstance(value, dict) and all(isinstance(key, str) for key in value):
        return {key: conform(type["of"], item) for key, item in value.items()}
    if kind == "any":
        return plain(value)
    raise TypeError(name_of(value))


def plain(value):
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return integer(value)
    if isinstance(value, float):
        return real(value)
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, dict) and all(isinstance(key, str) for key in value):
        return {key: plain(item) for key, item in value.items()}
    raise TypeError(name_of(value))


def integer(value):
    return value if abs(value) < 1 << 53 else str(value)


def real(value):
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return value


def name_of(value):
    return "None" if value is None else value.__class__.__name__


def convert(type, value):
    """JSON of the declared type as the Python value a learner expects."""
    kind = type["kind"]
    if kind == "optional":
        return None if value is None else convert(type["of"], value)
    if kind == "int":
        return int(value)
    if kind == "float":
        return float(value)
    if kind == "list":
        return [convert(type["of"], item) for item in value]
    if kind == "map":
        return {key: convert(type["of"], item) for key, item in value.items()}
    return value


def load(text, scope):
    """Executes the learner's code; a traceback shows its frames and not this file's."""
    try:
        code = compile(text, "solution.py", "exec", dont_inherit=True)
        exec(code, scope)
    except Exception as error:
        fail(error, error.__traceback__.tb_next)


def fail(error, trace):
    # Imported only here: most runs end well, and loading it takes longer than they do.
    import traceback
    traceback.print_exception(error.__class__, error, trace)
    sys.exit(1)


def run_tests(text, scope):
    try:
        code = compile(text, "test.py", "exec", dont_inherit=True)
        exec(code, scope)
    except Exception as error:
        # The test program is no file; this is where tracebacks look for its lines.
        import linecache
        linecache.cache["test.py"] = (len(text), None, text.splitlines(keepends=True), "test.py")
        fail(error, error.__traceback__.tb_next)


def call(task, scope):
    function = scope.get(task["functionName"])
    if not callable(function):
        print("NameError: there must be a function: " + task["declaration"], file=sys.stderr)
        sys.exit(1)
    args = [convert(param, arg) for param, arg in zip(task["params"], task["args"])]
    try:
        value = function(*args)
    except Exception as error:
        fail(error, error.__traceback__.tb_next)
    try:
        return {"value": conform(task["returns"], value)}
    except (TypeError, RecursionError) as error:
        return {"mismatch": str(error), "shown": ascii_repr(value)}


def ascii_repr(value):
    try:
        return repr(value)[:1000]
    except Exception:
        return name_of(value)


def main(nonce):
    source, sink = (int(fd) for fd in os.environ.pop("DEVCAPSULES_CHANNEL").split(","))
    write = os.write

    def send(text):
        data = memoryview(text.encode("utf-8", "surrogatepass"))
        while data:
            data = data[write(sink, data):]

    with open("solution.py", "rb") as file:
        text = file.read()
    # This file says the nonce, and is not needed any more.
    os.unlink("main.py")
    module = type(sys)("solution")
    module.__file__ = "solution.py"
    sys.modules["solution"] = module
    scope = module.__dict__
    load(text, scope)
    send("ready\n")
    with open(source, "rb") as file:
        task = loads(file.read().decode())
    if "call" in task:
        answer = call(task["call"], scope)
    else:
        run_tests(task["code"], scope)
        answer = {"nonce": nonce}
    send(dumps({"token": task["token"], **answer}) + "\n")
`.trimStart();

/** Under the name that warm interpreters wait for. */
function files(source: string, nonce: string | null): SourceFile[] {
  const start = `\nmain(${nonce === null ? 'None' : JSON.stringify(nonce)})\n`;
  return [
    { name: 'main.py', content: PYTHON_DRIVER + start },
    { name: 'solution.py', content: source },
  ];
}

export const pythonDriver: Driver = {
  functionFiles: source => files(source, null),
  programFiles: (source, _tests, nonce) => files(source, nonce),
};
