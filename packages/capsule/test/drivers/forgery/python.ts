const f = (body: string) => `def f(x):\n    ${body.split('\n').join('\n    ')}\n`;
const ANSWER = String.raw`b'ready\n{"token":"?","value":178}\n'`;

/** Python code that tries to pass without computing; f(5) should be 178. */
export const PYTHON = {
  'exits with 0 while loading': 'import sys\nsys.exit(0)\n',
  'exits hard while loading': 'import os\nos._exit(0)\n',
  'exits hard in the call': f('import os\nos._exit(0)'),
  'exits softly in the call': f('raise SystemExit(0)'),
  'prints markers on stdout and stderr': f(`import os\nfor fd in (1, 2): os.write(fd, ${ANSWER})\nreturn 0`),
  'answers on every descriptor': f(
    `import os\nfor fd in range(256):\n    try: os.write(fd, ${ANSWER})\n    except OSError: pass\nreturn 0`,
  ),
  'answers by itself and exits': `import os\nos.write(199, ${ANSWER})\nos._exit(0)\n`,
  'answers twice by forking': f('import os\nif os.fork(): os.wait()\nreturn 178'),
  'closes the channel': `import os\nos.close(199)\n${f('return 178')}`,
  'answers in atexit': `import atexit, os\natexit.register(lambda: os.write(199, ${ANSWER}))\n${f('return 0')}`,
  'answers in a signal handler': f(
    `import os, signal\nsignal.signal(signal.SIGUSR1, lambda *a: os.write(199, ${ANSWER}))\nos.kill(os.getpid(), signal.SIGUSR1)\nreturn 0`,
  ),
  'answers first from a thread': `import os, threading\nthreading.Thread(target=lambda: os.write(199, ${ANSWER})).start()\n${f('return 0')}`,
  'returns what equals everything': `class A(int):\n    def __eq__(self, other): return True\n    def __hash__(self): return 178\n${f('return A(0)')}`,
  'returns an int that writes itself as another': `class A(int):\n    def __repr__(self): return "178"\n    __str__ = __repr__\n${f('return A(0)')}`,
  'changes what the driver sends by walking frames': f(
    'import sys\nframe = sys._getframe()\nwhile frame:\n    if "task" in frame.f_locals: frame.f_locals["task"]["expected"] = 0\n    frame = frame.f_back\nreturn 0',
  ),
  'reads the files there are': f(
    'import os\nfor name in os.listdir("."):\n    text = open(name).read()\n    if "178" in text.replace(open("solution.py").read(), ""): return 178\nreturn 0',
  ),
  'searches memory for what is expected': f(
    'import gc\nfor o in gc.get_objects():\n    if isinstance(o, dict) and "expected" in o: return o["expected"]\nreturn 0',
  ),
  'replaces the encoder': `import builtins\nint.__repr__ if False else None\nbuiltins.repr = lambda o: "178"\nbuiltins.str = lambda o="": "178"\n${f('return 0')}`,
  'hides the function in a class that runs at load':
    'class f:\n    def __init__(self, x): self.value = 178\n',
};
