function turn(beds, quarters) {
  const turns = (Number(BigInt(quarters) % 4n) + 4) % 4;
  let plan = beds;
  for (let i = 0; i < turns && plan.length > 0; i++) {
    const before = plan;
    plan = before[0].map((_, column) => before.map(row => row[column]).reverse());
  }
  return plan;
}
