/**
 * Values of Java from and to JSON, by the declared type and by that of the learner's parameter. Everything here
 * runs once in a fresh virtual machine: loops and builders, for lambdas, patterns and `+` on strings load much.
 */
export const JAVA_VALUES = String.raw`package devcapsules;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

final class Values {
  /** A value that is not of the type it should have; the message says what it is instead. */
  static final class Mismatch extends Exception {
    Mismatch(String message) {
      super(message, null, false, false);
    }
  }

  private final String text;
  private int at = 0;

  private Values(String text) {
    this.text = text;
  }

  /** JSON as maps, lists, strings, booleans, Long where it fits, and Double. */
  static Object parse(String text) {
    return new Values(text).read();
  }

  private Object read() {
    char c = text.charAt(at);
    if (c == '"') return readString();
    if (c == '[') {
      ArrayList<Object> list = new ArrayList<>();
      for (at++; text.charAt(at) != ']'; ) {
        if (text.charAt(at) == ',') at++;
        list.add(read());
      }
      at++;
      return list;
    }
    if (c == '{') {
      LinkedHashMap<String, Object> map = new LinkedHashMap<>();
      for (at++; text.charAt(at) != '}'; ) {
        if (text.charAt(at) == ',') at++;
        String key = readString();
        at++;
        map.put(key, read());
      }
      at++;
      return map;
    }
    if (c == 'n' || c == 't' || c == 'f') {
      at += c == 'f' ? 5 : 4;
      return c == 'n' ? null : Boolean.valueOf(c == 't');
    }
    int start = at;
    boolean whole = true;
    for (; at < text.length(); at++) {
      c = text.charAt(at);
      if (c == '.' || c == 'e') whole = false;
      else if (c != '-' && c != '+' && (c < '0' || c > '9')) break;
    }
    String number = text.substring(start, at);
    if (whole && number.length() < 19) return Long.valueOf(number);
    return Double.valueOf(number);
  }

  private String readString() {
    int start = ++at;
    int end = start;
    while (text.charAt(end) != '"' && text.charAt(end) != '\\') end++;
    if (text.charAt(end) == '"') {
      at = end + 1;
      return text.substring(start, end);
    }
    StringBuilder out = new StringBuilder();
    for (char c = text.charAt(at); c != '"'; c = text.charAt(++at)) {
      if (c != '\\') {
        out.append(c);
        continue;
      }
      c = text.charAt(++at);
      if (c == 'u') {
        out.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
        at += 4;
      } else out.append(c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c == 'b' ? '\b' : c == 'f' ? '\f' : c);
    }
    at++;
    return out.toString();
  }

  private static Mismatch misfit(Object json, Type target) {
    StringBuilder what = new StringBuilder();
    if (json instanceof List) what.append("a list");
    else if (json instanceof Map) what.append("a map");
    else what.append(json);
    return new Mismatch(what.append(" does not fit into ").append(target.getTypeName()).toString());
  }

  private static Class<?> rawOf(Type target) {
    if (target instanceof Class) return (Class<?>) target;
    if (target instanceof ParameterizedType) return (Class<?>) ((ParameterizedType) target).getRawType();
    if (target instanceof WildcardType) return rawOf(((WildcardType) target).getUpperBounds()[0]);
    if (target instanceof GenericArrayType)
      return Array.newInstance(rawOf(((GenericArrayType) target).getGenericComponentType()), 0).getClass();
    return Object.class;
  }

  private static Type argumentOf(Type target, int index) {
    if (!(target instanceof ParameterizedType)) return Object.class;
    Type[] arguments = ((ParameterizedType) target).getActualTypeArguments();
    return index < arguments.length ? arguments[index] : Object.class;
  }

  /** The JSON of a declared type as a value for a parameter of the learner's. */
  static Object convert(Map<?, ?> type, Type target, Object json) throws Mismatch {
    Class<?> raw = rawOf(target);
    switch ((String) type.get("kind")) {
      case "optional":
        Map<?, ?> of = (Map<?, ?>) type.get("of");
        if (raw == Optional.class)
          return json == null ? Optional.empty() : Optional.of(convert(of, argumentOf(target, 0), json));
        if (json != null) return convert(of, target, json);
        if (raw.isPrimitive()) throw misfit(null, target);
        return null;
      case "int":
        return integer(json instanceof String ? Long.parseLong((String) json) : ((Long) json).longValue(), raw);
      case "float":
        double real = json instanceof String ? Double.parseDouble((String) json) : ((Number) json).doubleValue();
        if (raw == float.class || raw == Float.class) return (float) real;
        if (raw != double.class && !raw.isAssignableFrom(Double.class)) throw misfit(json, target);
        return real;
      case "bool":
        if (raw != boolean.class && !raw.isAssignableFrom(Boolean.class)) throw misfit(json, target);
        return json;
      case "string":
        String string = (String) json;
        if (raw.isAssignableFrom(String.class)) return string;
        if ((raw == char.class || raw == Character.class) && string.length() == 1) return string.charAt(0);
        if (raw == char[].class) return string.toCharArray();
        throw misfit(json, target);
      case "list":
        return list((Map<?, ?>) type.get("of"), target, raw, (List<?>) json);
      default:
        Map<String, Object> map = raw == TreeMap.class || !raw.isAssignableFrom(LinkedHashMap.class)
            ? new TreeMap<>() : new LinkedHashMap<>();
        if (!raw.isInstance(map)) throw misfit(json, target);
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) json).entrySet())
          map.put((String) entry.getKey(), convert((Map<?, ?>) type.get("of"), argumentOf(target, 1), entry.getValue()));
        return map;
    }
  }

  private static Object integer(long value, Class<?> raw) throws Mismatch {
    if (raw == long.class || raw.isAssignableFrom(Long.class)) return value;
    boolean fits = false;
    Object result = null;
    if (raw == int.class || raw == Integer.class) {
      fits = (int) value == value;
      result = (int) value;
    } else if (raw == short.class || raw == Short.class) {
      fits = (short) value == value;
      result = (short) value;
    } else if (raw == byte.class || raw == Byte.class) {
      fits = (byte) value == value;
      result = (byte) value;
    } else if (raw == BigInteger.class) return BigInteger.valueOf(value);
    if (!fits) throw misfit(value, raw);
    return result;
  }

  private static Object list(Map<?, ?> of, Type target, Class<?> raw, List<?> json) throws Mismatch {
    if (raw.isArray()) {
      Type component = target instanceof GenericArrayType
          ? ((GenericArrayType) target).getGenericComponentType() : raw.getComponentType();
      Object array = Array.newInstance(raw.getComponentType(), json.size());
      int i = 0;
      for (Object item : json) Array.set(array, i++, convert(of, component, item));
      return array;
    }
    Collection<Object> all;
    if (raw.isAssignableFrom(ArrayList.class)) all = new ArrayList<>(json.size());
    else if (raw.isAssignableFrom(LinkedHashSet.class)) all = new LinkedHashSet<>();
    else if (raw.isAssignableFrom(LinkedList.class)) all = new LinkedList<>();
    else if (raw.isAssignableFrom(TreeSet.class)) all = new TreeSet<>();
    else throw misfit(json, target);
    for (Object item : json) all.add(convert(of, argumentOf(target, 0), item));
    return all;
  }

  /** Appends a returned value as JSON of the declared type. */
  static void write(Map<?, ?> type, Object value, StringBuilder out) throws Mismatch {
    String kind = (String) type.get("kind");
    if (kind.equals("optional")) {
      if (value instanceof Optional) value = ((Optional<?>) value).orElse(null);
      if (value == null) out.append("null");
      else write((Map<?, ?>) type.get("of"), value, out);
      return;
    }
    if (value == null) throw new Mismatch("null");
    boolean whole = value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
    if (kind.equals("int") && whole) writeInteger(((Number) value).longValue(), out);
    else if (kind.equals("int") && value instanceof BigInteger) {
      BigInteger big = (BigInteger) value;
      if (big.bitLength() > 63) throw new Mismatch("an integer past 64 bits");
      writeInteger(big.longValue(), out);
    } else if (kind.equals("float") && (whole || value instanceof Double || value instanceof Float)) {
      double real = ((Number) value).doubleValue();
      if (real - real == 0) out.append(real);
      else out.append('"').append(real).append('"');
    } else if (kind.equals("bool") && value instanceof Boolean) out.append(value);
    else if (kind.equals("string") && (value instanceof CharSequence || value instanceof Character))
      quote(value.toString(), out);
    else if (kind.equals("string") && value instanceof char[]) quote(new String((char[]) value), out);
    else if (kind.equals("list") && value.getClass().isArray()) {
      out.append('[');
      int length = Array.getLength(value);
      for (int i = 0; i < length; i++) {
        if (i > 0) out.append(',');
        write((Map<?, ?>) type.get("of"), Array.get(value, i), out);
      }
      out.append(']');
    } else if (kind.equals("list") && value instanceof Collection) {
      char before = '[';
      for (Object item : (Collection<?>) value) {
        out.append(before);
        before = ',';
        write((Map<?, ?>) type.get("of"), item, out);
      }
      out.append(before == '[' ? "[]" : "]");
    } else if (kind.equals("map") && value instanceof Map) {
      char before = '{';
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        out.append(before);
        before = ',';
        if (!(entry.getKey() instanceof String)) throw new Mismatch("a map with a key that is no String");
        quote((String) entry.getKey(), out);
        out.append(':');
        write((Map<?, ?>) type.get("of"), entry.getValue(), out);
      }
      out.append(before == '{' ? "{}" : "}");
    } else throw new Mismatch(value.getClass().getTypeName());
  }

  private static void writeInteger(long value, StringBuilder out) {
    boolean exact = value >= -9007199254740991L && value <= 9007199254740991L;
    if (exact) out.append(value);
    else out.append('"').append(value).append('"');
  }

  static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x20 && c < 0x7f && c != '"' && c != '\\') out.append(c);
      else {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) out.append(Character.forDigit(c >> shift & 15, 16));
      }
    }
    out.append('"');
  }
}
`;
