/**
 * Values of C++ by the type that is declared and the one that the learner chose: `Codec<Declared>` knows whether
 * the learner's type fits, and reads and writes it. Below it is what C's driver has.
 */
export const CPP_VALUES = String.raw`
namespace devcapsules {

struct Int {};
struct Float {};
struct Bool {};
struct String {};
template <class Of> struct List {};
template <class Of> struct Map {};
template <class Of> struct Optional {};
template <class Declared> struct Codec;

template <class T> constexpr bool is_number =
    std::is_integral_v<T> && !std::is_same_v<T, bool> && !std::is_same_v<T, char>;
template <class T> concept Mapping = requires { typename T::key_type; typename T::mapped_type; };
template <class T> concept Sequence = !Mapping<T> && requires(const T &all) { typename T::value_type; all.begin(); all.end(); };
template <class T> concept Growing = requires(T &all, typename T::value_type item) { all.insert(all.end(), std::move(item)); };

template <class T> const char *described() { return __PRETTY_FUNCTION__; }

/* The type's name as its author wrote it, out of "... [with T = int]"; no std::string, which takes long to compile. */
inline const char *name_in(const char *description) {
  const char *start = __builtin_strstr(description, "T = ") + 4, *end = start;
  while (*end && *end != ';' && *end != ']') end++;
  return capsule_string(start, static_cast<size_t>(end - start));
}

inline void does_not_fit(long long value, const char *description) {
  devcapsules_write_int(value);
  devcapsules_put(" does not fit into ");
  devcapsules_put(name_in(description));
  devcapsules_put("\n");
  devcapsules_fail(capsule_string(devcapsules_value.bytes, devcapsules_value.length));
}

inline void has_other_type(int number, const char *description) {
  devcapsules_put("the type of parameter ");
  devcapsules_write_int(number);
  devcapsules_put(" is ");
  devcapsules_put(name_in(description));
  devcapsules_put(": its values don't fit\n");
  devcapsules_fail(capsule_string(devcapsules_value.bytes, devcapsules_value.length));
}

template <> struct Codec<Int> {
  template <class T> static constexpr bool fits = is_number<T>;
  template <class T> static constexpr bool gives = is_number<T>;
  template <class T> static void read(T &to) {
    long long value = devcapsules_read_int();
    to = static_cast<T>(value);
    if (static_cast<long long>(to) != value || (to < T(0)) != (value < 0))
      does_not_fit(value, described<T>());
  }
  template <class T> static void write(const T &from) {
    long long value = static_cast<long long>(from);
    if (static_cast<T>(value) != from || (from < T(0)) != (value < 0)) devcapsules_mismatch = "an integer past 64 bits";
    devcapsules_write_int(value);
  }
};

template <> struct Codec<Float> {
  template <class T> static constexpr bool fits = std::is_floating_point_v<T>;
  template <class T> static constexpr bool gives = std::is_floating_point_v<T> || is_number<T>;
  template <class T> static void read(T &to) { to = static_cast<T>(devcapsules_read_float()); }
  template <class T> static void write(const T &from) { devcapsules_write_float(static_cast<double>(from)); }
};

template <> struct Codec<Bool> {
  template <class T> static constexpr bool fits = std::is_same_v<T, bool>;
  template <class T> static constexpr bool gives = fits<T>;
  static void read(bool &to) { to = devcapsules_read_bool(); }
  static void write(bool from) { devcapsules_write_bool(from); }
};

template <> struct Codec<String> {
  template <class T> static constexpr bool fits = std::is_same_v<T, std::string>;
  template <class T> static constexpr bool gives = std::is_convertible_v<T, std::string_view>;
  static void read(std::string &to) {
    const char *bytes = devcapsules_read_string();
    to.assign(bytes, capsule_string_length(bytes));
  }
  template <class T> static void write(const T &from) {
    if constexpr (std::is_pointer_v<T>) {
      if (!from) {
        devcapsules_mismatch = "a null pointer";
        return;
      }
    }
    std::string_view text = from;
    devcapsules_write_bytes(text.data(), text.size());
  }
};

template <class Of> struct Codec<List<Of>> {
  template <class T> static constexpr bool fit() {
    if constexpr (Sequence<T> && Growing<T>) return Codec<Of>::template fits<typename T::value_type>;
    else return false;
  }
  template <class T> static constexpr bool give() {
    if constexpr (Sequence<T>) return Codec<Of>::template gives<typename T::value_type>;
    else return false;
  }
  template <class T> static constexpr bool fits = fit<T>();
  template <class T> static constexpr bool gives = give<T>();
  template <class T> static void read(T &to) {
    devcapsules_at++;
    for (bool first = true; devcapsules_more(first, ']'); first = false) {
      typename T::value_type item{};
      Codec<Of>::read(item);
      to.insert(to.end(), std::move(item));
    }
  }
  template <class T> static void write(const T &from) {
    const char *before = "[";
    for (const auto &item : from) {
      devcapsules_put(before);
      Codec<Of>::write(static_cast<const typename T::value_type &>(item));
      before = ",";
    }
    devcapsules_put(*before == '[' ? "[]" : "]");
  }
};

template <class Of> struct Codec<Map<Of>> {
  template <class T> static constexpr bool fit() {
    if constexpr (Mapping<T>)
      return std::is_same_v<typename T::key_type, std::string> && Codec<Of>::template fits<typename T::mapped_type>;
    else return false;
  }
  template <class T> static constexpr bool give() {
    if constexpr (Mapping<T>)
      return std::is_same_v<typename T::key_type, std::string> && Codec<Of>::template gives<typename T::mapped_type>;
    else return false;
  }
  template <class T> static constexpr bool fits = fit<T>();
  template <class T> static constexpr bool gives = give<T>();
  template <class T> static void read(T &to) {
    devcapsules_at++;
    for (bool first = true; devcapsules_more(first, '}'); first = false) {
      std::string key;
      Codec<String>::read(key);
      devcapsules_at++;
      typename T::mapped_type item{};
      Codec<Of>::read(item);
      to.insert({std::move(key), std::move(item)});
    }
  }
  template <class T> static void write(const T &from) {
    const char *before = "{";
    for (const auto &[key, item] : from) {
      devcapsules_put(before);
      devcapsules_write_bytes(key.data(), key.size());
      devcapsules_put(":");
      Codec<Of>::write(item);
      before = ",";
    }
    devcapsules_put(*before == '{' ? "{}" : "}");
  }
};

template <class T> constexpr bool is_optional = false;
template <class T> constexpr bool is_optional<std::optional<T>> = true;

template <class Of> struct Codec<Optional<Of>> {
  template <class T> static constexpr bool fit() {
    if constexpr (is_optional<T>) return Codec<Of>::template fits<typename T::value_type>;
    else return false;
  }
  template <class T> static constexpr bool give() {
    if constexpr (is_optional<T>) return Codec<Of>::template gives<typename T::value_type>;
    else return Codec<Of>::template gives<T>;
  }
  template <class T> static constexpr bool fits = fit<T>();
  template <class T> static constexpr bool gives = give<T>();
  template <class T> static void read(T &to) {
    if (devcapsules_is_null()) return;
    typename T::value_type value{};
    Codec<Of>::read(value);
    to = std::move(value);
  }
  template <class T> static void write(const T &from) {
    if constexpr (!is_optional<T>) Codec<Of>::write(from);
    else if (from) Codec<Of>::write(*from);
    else devcapsules_put("null");
  }
};

/* Views and pointers look at a string that is kept here. */
template <class T> constexpr bool is_view = std::is_same_v<T, std::string_view> || std::is_same_v<T, const char *>;
template <class A> using Kept = std::conditional_t<is_view<std::remove_cvref_t<A>>, std::string, std::remove_cvref_t<A>>;

template <class Declared, class A> void read_argument(Kept<A> &to, int number, bool last) {
  if constexpr (Codec<Declared>::template fits<Kept<A>>) Codec<Declared>::read(to);
  else has_other_type(number, described<A>());
  if (!last) devcapsules_at++;
}

template <class A> decltype(auto) pass(Kept<A> &value) {
  if constexpr (std::is_same_v<std::remove_cvref_t<A>, const char *>) return value.c_str();
  else if constexpr (std::is_same_v<std::remove_cvref_t<A>, std::string_view>) return std::string_view(value);
  else if constexpr (std::is_lvalue_reference_v<A>) return (value);
  else return std::move(value);
}

template <class Returns, class R> void write_result(const R &value) {
  if constexpr (Codec<Returns>::template gives<R>) Codec<Returns>::write(value);
  else devcapsules_mismatch = name_in(described<R>());
}

template <class... Declared> struct Types {};

template <class Returns, class R, class... A, class... Declared, size_t... I>
void call(R (*solution)(A...), Types<Declared...>, std::index_sequence<I...>) {
  std::tuple<Kept<A>...> values;
  (read_argument<Declared, A>(std::get<I>(values), I + 1, I + 1 == sizeof...(A)), ...);
  if constexpr (std::is_void_v<R>) {
    solution(pass<A>(std::get<I>(values))...);
    devcapsules_mismatch = "void";
  } else {
    decltype(auto) value = solution(pass<A>(std::get<I>(values))...);
    write_result<Returns, std::remove_cvref_t<R>>(value);
  }
}

/* What is found where the learner's code has no such function. */
struct Missing {};

}  // namespace devcapsules
`.trimStart();
