function quiet(start, end, now) {
  if (start < end) return start <= now && now < end;
  return now >= start || now < end;
}
