import 'leaflet';

/** What leaflet-gesture-handling adds to a map's options and does not declare. */
declare module 'leaflet' {
  interface MapOptions {
    gestureHandling?: boolean;
    gestureHandlingOptions?: { text?: { touch: string; scroll: string; scrollMac: string }; duration?: number };
  }
}
