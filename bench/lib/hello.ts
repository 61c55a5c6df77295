/** A hello in each language, by Piston's names, and how that language writes a comment. */
export const HELLO: Record<string, { name: string; content: string; comment: string }> = {
  python: { name: 'main.py', content: 'print("Hello, world!")\n', comment: '#' },
  javascript: { name: 'main.js', content: 'console.log("Hello, world!");\n', comment: '//' },
  java: {
    name: 'Main.java',
    content: 'class Main { public static void main(String[] a) { System.out.println("Hello, world!"); } }\n',
    comment: '//',
  },
  c: {
    name: 'main.c',
    content: '#include <stdio.h>\nint main(void) { puts("Hello, world!"); }\n',
    comment: '//',
  },
  'c++': {
    name: 'main.cpp',
    content: '#include <iostream>\nint main() { std::cout << "Hello, world!\\n"; }\n',
    comment: '//',
  },
};

export const COMPILED = ['java', 'c', 'c++'];
