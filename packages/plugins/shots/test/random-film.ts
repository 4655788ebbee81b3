import { randomNumbers, type ShotPlan } from './moving-pictures.ts';

/** A film of `count` shots with everything that misleads a detector, repeatable by seed. */
export function randomFilm(seed: number, count: number): readonly ShotPlan[] {
  const random = randomNumbers(seed);
  const shots: ShotPlan[] = [];
  for (let index = 0; index < count; index++) {
    const short = random() < 0.12;
    const frames = short ? 7 + Math.floor(random() * 6) : 30 + Math.floor(random() * 60);
    const way = random();
    const previousShort = (shots.at(-1)?.frames ?? 0) < 30;
    const dissolve = 10 + Math.floor(random() * 18);
    const from = short || previousShort || way < 0.78 ? 'cut' : way < 0.93 ? { dissolve } : { fade: 8 };
    const trouble = Math.floor(random() * 8);
    const at = 10 + Math.floor(random() * 8);
    shots.push({
      frames: from === 'cut' ? frames : frames + 20,
      // Half of the cuts stay in the place: shot and reverse shot.
      place: random() < 0.5 && shots.length > 0 ? shots.at(-1)!.place : Math.floor(random() * 40),
      from,
      light: random() < 0.2 ? 0.2 + random() * 0.2 : 1,
      pan: trouble === 0 ? 1.5 + random() * 1.5 : random() * 0.1,
      ...(trouble === 1 ? { zoom: 0.3 } : {}),
      ...(!short && trouble === 2 ? { flashes: [{ at, frames: 1 + Math.floor(random() * 6) }] } : {}),
      ...(!short && trouble === 3 ? { flashes: strobe(at) } : {}),
      ...(!short && trouble === 4 ? { popUp: { at, share: 0.2 + random() * 0.15 } } : {}),
      ...(!short && trouble === 5 ? { crossing: { at } } : {}),
    });
  }
  return shots;
}

function strobe(at: number): readonly { at: number; frames: number }[] {
  return [0, 4, 8, 12].map((offset) => ({ at: at + offset, frames: 2 }));
}
