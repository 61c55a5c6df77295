const words = (text: string) => new Set(text.split(/\s+/));

const C_WORDS = `auto bool break case char const continue default do double else enum extern false float for goto if
inline int long register restrict return short signed sizeof static struct switch true typedef union unsigned void
volatile while main NULL asm typeof`;

/** Words that name neither a function nor a parameter in the language. */
const RESERVED: Record<string, Set<string>> = {
  python:
    words(`False None True and as assert async await break class continue def del elif else except finally for
from global if import in is lambda nonlocal not or pass raise return try while with yield`),
  javascript:
    words(`arguments await break case catch class const continue debugger default delete do else enum eval
export extends false finally for function if implements import in instanceof interface let new null package private
protected public return static super switch this throw true try typeof undefined var void while with yield`),
  java: words(`abstract assert boolean break byte case catch char class const continue default do double else enum
extends false final finally float for goto if implements import instanceof int interface long native new null package
private protected public return short static strictfp super switch synchronized this throw throws transient true try
void volatile while`),
  c: words(C_WORDS),
  cpp: words(`${C_WORDS} and catch class compl concept consteval constexpr constinit const_cast co_await co_return
co_yield decltype delete dynamic_cast explicit export friend mutable namespace new noexcept not nullptr operator or
private protected public reinterpret_cast requires static_assert static_cast std template this thread_local throw try
typeid typename using virtual wchar_t xor`),
};

/** Whether the language keeps the word for itself. */
export function isReserved(language: string, word: string): boolean {
  return RESERVED[language]?.has(word) ?? false;
}
