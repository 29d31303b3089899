import type { GuidanceText } from './guidance-text.js';

/** The words in front of the camera in Indonesian. */
export const idGuidance: GuidanceText = {
  hints: {
    NO_CARD: 'Letakkan seluruh kartu di dalam bingkai',
    TOO_DARK: 'Terlalu gelap: cari tempat yang lebih terang',
    TOO_BRIGHT: 'Terlalu terang: jauhkan dari cahaya',
    CARD_FAR: 'Dekatkan ke kartu',
    CARD_NEAR: 'Jauhkan sedikit',
    CARD_ASIDE: 'Geser kartu ke tengah',
    TILTED: 'Pegang ponsel lurus di atas kartu',
    GLARE: 'Ada pantulan di kartu: hindari sorot lampu',
    BLURRED: 'Belum tajam: tahan sebentar',
    COVERED: 'Kartu tertutup: singkirkan jari Anda',
    HOLD_STILL: 'Tahan, jangan bergerak',
    BACKLIT: 'Cahaya ada di belakang Anda: putar badan',
    UNEVEN_LIGHT: 'Cahaya dari satu sisi: hadapkan wajah ke cahaya',
    NO_FACE: 'Posisikan wajah di dalam oval',
    SEVERAL_FACES: 'Hanya Anda yang boleh terlihat',
    FACE_FAR: 'Dekatkan wajah sedikit',
    FACE_NEAR: 'Mundur sedikit',
    FACE_ASIDE: 'Geser wajah ke tengah oval',
    FACE_TURNED: 'Lihat lurus ke kamera',
    FACE_TILTED: 'Tegakkan kepala Anda',
    LIGHT_GOOD: 'Cahaya sudah baik. Wajah di dalam oval? Tekan tombolnya',
  },
  good: {
    KTP: 'Bagus: tahan sebentar',
    SELFIE: 'Bagus: tekan tombolnya',
  },
  how: {
    KTP: 'Foto diambil otomatis. Anda juga bisa menekan tombol.',
    SELFIE: 'Tekan tombol jika sudah siap.',
  },
  torch: 'Lampu',
};
