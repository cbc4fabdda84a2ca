/** Reads the text of a QR picture with the browser's own detector, where it has one. */

interface Detector {
  detect(image: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { readonly formats: readonly string[] }): Detector;
}

/** The text of the first QR code in a picture, or null when there is none or the browser cannot read them. */
export async function readQr(file: Blob): Promise<string | null> {
  const detector = barcodeDetector();
  if (detector === null) return null;
  try {
    const found = await detector.detect(await createImageBitmap(file));
    return found[0]?.rawValue ?? null;
  } catch (error) {
    // A file that is no picture, or a platform that announces the detector without having one.
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function barcodeDetector(): Detector | null {
  const found: unknown = Reflect.get(globalThis, 'BarcodeDetector');
  return isDetectorClass(found) ? new found({ formats: ['qr_code'] }) : null;
}

function isDetectorClass(value: unknown): value is DetectorClass {
  return typeof value === 'function';
}
