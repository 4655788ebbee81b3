// Series with a known local ratio, made by rules that are not the model's: heavy-tailed locations, producers who lie about
// their longest scenes first, clusters that are half elsewhere, forged GPS, tired auditors.

/** Repeatable random numbers (mulberry32). */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform() + 1e-12)) * Math.cos(2 * Math.PI * uniform());
  // Marsaglia and Tsang; shapes below 1 by the usual power.
  const gamma = (shape) => {
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(uniform() + 1e-300) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const beta = (a, b) => {
    const x = gamma(a);
    return x / (x + gamma(b));
  };
  return { uniform, normal, gamma, beta, chance: (p) => uniform() < p, between: (a, b) => a + (b - a) * uniform() };
}

/** The kinds of tables that producers hand in, with how many series have each. */
export const tableKinds = { honest: 0.4, sloppy: 0.3, inflated: 0.3 };

/** One series: what is true, what was handed in, and an auditor to ask, who is wrong now and then. */
export function simulateSeries(seed) {
  const random = randomNumbers(seed);
  const { chance, between, beta, gamma, uniform, normal } = random;
  const locations = makeLocations(random);
  const draw = uniform();
  const { honest, sloppy } = tableKinds;
  const kind = draw < honest ? 'honest' : draw < honest + sloppy ? 'sloppy' : 'inflated';
  makeClaims(kind, locations, random);
  const gpsShare = between(0, 0.5);
  // Photographs whose place was written into them at a desk: every one says the zone.
  const forged = chance(0.02);
  const photoRecall = beta(3, 6);
  const strayClusters = beta(1, 14);
  const clusters = [];
  for (const [index, location] of locations.entries()) {
    location.id = `L${index}`;
    location.gps = chance(gpsShare) ? forged || (chance(0.98) ? location.local : !location.local) : null;
    location.referenced = location.local && chance(0.6);
    const parts = Array.from({ length: 1 + Math.floor(gamma(1.2) * 2 + location.weight * 15) }, () => gamma(1.5));
    const sum = parts.reduce((all, part) => all + part, 0);
    for (const part of parts) {
      const main = chance(strayClusters) ? !location.local : location.local;
      const alien = chance(0.35) ? Math.min(0.45, beta(1, 12)) : 0;
      const other = locations[Math.floor(uniform() * locations.length)].local;
      const share = (1 - alien) * Number(main) + alien * Number(other);
      clusters.push({
        id: `C${clusters.length}`,
        location: location.id,
        weight: (location.weight * part) / sum,
        share,
        photo: chance(location.referenced && main ? photoRecall : 0.0015),
        sign: chance(0.08) ? (chance(0.9) ? main : !main) : null,
      });
    }
  }
  const wrongAnswers = Math.abs(normal()) * 0.01;
  const answer = ({ share }) => (chance(wrongAnswers) ? share < 0.5 : share >= 0.5);
  const ratio = clusters.reduce((all, { weight, share }) => all + weight * share, 0);
  return { kind, clusters, evidence: evidenceOf(locations, clusters), ratio, answer };
}

function makeLocations({ between, uniform, normal, chance }) {
  const count = Math.round(between(6, 45));
  const tail = between(0.5, 1.3);
  const locations = Array.from({ length: count }, (_, i) => ({
    weight: (i + 1) ** -tail * Math.exp(0.5 * normal()),
    local: false,
  }));
  const sum = locations.reduce((all, { weight }) => all + weight, 0);
  for (const location of locations) location.weight /= sum;
  const target = between(0.3, 0.92);
  // Some crews live in the zone and shoot their longest scenes there.
  const based = chance(0.3);
  const order = locations
    .map((location) => ({ location, key: uniform() - (based ? 2 * location.weight : 0) }))
    .toSorted((a, b) => a.key - b.key);
  let reached = 0;
  for (const { location } of order) {
    location.local = reached + location.weight <= target + 0.03;
    if (location.local) reached += location.weight;
  }
  return locations;
}

function makeClaims(kind, locations, { beta, chance, between }) {
  const [hit, slip, said] = {
    honest: [beta(40, 1), beta(1, 40), 0.95],
    sloppy: [beta(12, 2), beta(2, 10), 0.8],
    inflated: [beta(30, 1), beta(1, 20), 0.97],
  }[kind];
  for (const location of locations) {
    location.claim = chance(said) ? chance(location.local ? hit : slip) : null;
  }
  if (kind !== 'inflated') return;
  const goal = chance(0.1) ? 1 : between(0.61, 0.9);
  const claimed = () => locations.reduce((all, { weight, claim }) => all + (claim === true ? weight : 0), 0);
  for (const location of locations.toSorted((a, b) => b.weight - a.weight)) {
    if (claimed() >= goal) break;
    if (!location.local && chance(0.85)) location.claim = true;
  }
}

const odds = (probability) => Math.log(probability / (1 - probability));

function evidenceOf(locations, clusters) {
  const evidence = [];
  for (const { id, claim, gps } of locations) {
    const about = { location: id };
    if (claim !== null) evidence.push({ kind: 'location-table', about, local: claim, weight: 1, source: 'table' });
    if (gps !== null) evidence.push({ kind: 'gps', about, local: gps, weight: odds(0.95), source: 'photo' });
  }
  for (const { id, photo, sign } of clusters) {
    const about = { cluster: id };
    if (photo) evidence.push({ kind: 'photo-match', about, local: true, weight: odds(0.98), source: 'photo' });
    if (sign !== null) evidence.push({ kind: 'sign-text', about, local: sign, weight: odds(0.88), source: 'sign' });
  }
  return evidence;
}
