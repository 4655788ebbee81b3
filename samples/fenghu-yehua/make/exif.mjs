/** Where and when a photograph was taken, as a JPEG APP1 segment. Coordinates are WGS-84 degrees, time is "YYYY:MM:DD HH:MM:SS". */
function exifSegment({ longitude, latitude, time }) {
  const tiff = Buffer.alloc(256);
  const values = { at: 128 };
  const ascii = (text) => {
    const at = values.at;
    values.at += tiff.write(`${text}\0`, at, "ascii") + (text.length % 2 ? 0 : 1);
    return at;
  };
  const degrees = (value) => {
    const at = values.at;
    const minutes = (value % 1) * 60;
    const parts = [
      [Math.floor(value), 1],
      [Math.floor(minutes), 1],
      [Math.round((minutes % 1) * 60 * 100), 100],
    ];
    for (const [index, [over, under]] of parts.entries()) {
      tiff.writeUInt32LE(over, at + index * 8);
      tiff.writeUInt32LE(under, at + index * 8 + 4);
    }
    values.at += 24;
    return at;
  };
  const directory = (at, entries) => {
    tiff.writeUInt16LE(entries.length, at);
    for (const [index, [tag, type, count, value]] of entries.entries()) {
      const entry = at + 2 + index * 12;
      tiff.writeUInt16LE(tag, entry);
      tiff.writeUInt16LE(type, entry + 2);
      tiff.writeUInt32LE(count, entry + 4);
      if (typeof value === "string") tiff.write(value, entry + 8, "ascii");
      else tiff.writeUInt32LE(value, entry + 8);
    }
  };
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(8, 4);
  directory(8, [
    [0x8769, 4, 1, 40],
    [0x8825, 4, 1, 64],
  ]);
  directory(40, [[0x9003, 2, 20, ascii(time)]]);
  directory(64, [
    [1, 2, 2, "N"],
    [2, 5, 3, degrees(latitude)],
    [3, 2, 2, "E"],
    [4, 5, 3, degrees(longitude)],
  ]);
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** A copy of a JPEG with the segment after its start marker. */
export function withExif(jpeg, taken) {
  return Buffer.concat([jpeg.subarray(0, 2), exifSegment(taken), jpeg.subarray(2)]);
}
