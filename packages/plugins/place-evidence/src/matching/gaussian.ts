/** Half of a Gaussian kernel, centre first, that sums to 1 when mirrored. It ends at 3 σ. */
function halfKernel(sigma: number): Float32Array {
  const radius = Math.max(1, Math.ceil(3 * sigma));
  const kernel = Float32Array.from({ length: radius + 1 }, (_, i) => Math.exp((-i * i) / (2 * sigma * sigma)));
  const sum = kernel.reduce((total, value, i) => total + (i === 0 ? value : 2 * value), 0);
  return kernel.map((value) => value / sum);
}

/** Blurs a picture of floats by σ px, edges repeated. */
export function blurred(source: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const kernel = halfKernel(sigma);
  return blurredColumns(blurredRows(source, width, height, kernel), width, height, kernel);
}

function blurredRows(source: Float32Array, width: number, height: number, kernel: Float32Array): Float32Array {
  const radius = kernel.length - 1;
  const target = new Float32Array(source.length);
  // One row with its ends repeated, so that the inner loop needs no test for edges.
  const row = new Float32Array(width + 2 * radius);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    row.fill(source[start]!, 0, radius);
    row.set(source.subarray(start, start + width), radius);
    row.fill(source[start + width - 1]!, radius + width);
    for (let x = 0; x < width; x++) {
      const middle = x + radius;
      let sum = kernel[0]! * row[middle]!;
      for (let j = 1; j <= radius; j++) sum += kernel[j]! * (row[middle - j]! + row[middle + j]!);
      target[start + x] = sum;
    }
  }
  return target;
}

function blurredColumns(source: Float32Array, width: number, height: number, kernel: Float32Array): Float32Array {
  const target = new Float32Array(source.length);
  const middle = kernel[0]!;
  for (let y = 0; y < height; y++) {
    const start = y * width;
    for (let x = 0; x < width; x++) target[start + x] = middle * source[start + x]!;
    // Two pairs of rows at a time: half as many ways over the row.
    for (let j = 1; j < kernel.length; j += 2) {
      const [first, second] = [kernel[j]!, kernel[j + 1] ?? 0];
      const above = Math.max(0, y - j) * width;
      const below = Math.min(height - 1, y + j) * width;
      const above2 = Math.max(0, y - j - 1) * width;
      const below2 = Math.min(height - 1, y + j + 1) * width;
      for (let x = 0; x < width; x++) {
        target[start + x]! +=
          first * (source[above + x]! + source[below + x]!) + second * (source[above2 + x]! + source[below2 + x]!);
      }
    }
  }
  return target;
}
