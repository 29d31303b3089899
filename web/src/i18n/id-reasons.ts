import type { CardlessReasons, ReasonText, RetryReason } from './retry-reason.js';

/** What was wrong with a picture and what to do better, in Indonesian. */
export const idReasons: Readonly<Record<RetryReason, ReasonText>> = {
  KTP_NOT_FOUND: {
    what: 'e-KTP tidak terlihat di foto',
    how: 'Letakkan kartu di dalam bingkai hingga keempat sudutnya terlihat.',
  },
  KTP_BLURRY: {
    what: 'Foto e-KTP buram',
    how: 'Pegang ponsel dengan stabil dan tunggu gambar menjadi tajam.',
  },
  KTP_DARK: {
    what: 'Foto e-KTP terlalu gelap',
    how: 'Pindah ke tempat yang lebih terang, misalnya dekat jendela.',
  },
  KTP_OVEREXPOSED: {
    what: 'Foto e-KTP terlalu terang',
    how: 'Hindari sinar matahari atau lampu yang langsung mengenai kartu.',
  },
  KTP_GLARE: {
    what: 'Ada pantulan cahaya di e-KTP',
    how: 'Miringkan kartu sedikit sampai pantulannya hilang, dan matikan lampu ponsel.',
  },
  KTP_OBSTRUCTED: {
    what: 'Sebagian e-KTP tertutup',
    how: 'Letakkan kartu di atas meja agar tidak tertutup jari.',
  },
  KTP_CROPPED: {
    what: 'Sebagian e-KTP terpotong',
    how: 'Mundur sedikit hingga keempat sudut kartu masuk ke dalam bingkai.',
  },
  KTP_TOO_SMALL: {
    what: 'e-KTP terlalu kecil di foto',
    how: 'Dekatkan ponsel sampai kartu memenuhi bingkai.',
  },
  KTP_NOT_READABLE: {
    what: 'Tulisan di e-KTP tidak terbaca',
    how: 'Bersihkan kartu dan lensa kamera, lalu foto di tempat yang terang.',
  },
  FACE_NOT_FOUND: {
    what: 'Wajah tidak terlihat',
    how: 'Hadapkan wajah ke kamera di tempat yang terang.',
  },
  MULTIPLE_FACES: {
    what: 'Ada lebih dari satu wajah',
    how: 'Pastikan hanya Anda yang terlihat di dalam foto.',
  },
  FACE_TOO_SMALL: {
    what: 'Wajah terlalu jauh',
    how: 'Dekatkan ponsel sampai wajah Anda mengisi oval.',
  },
  FACE_TOO_CLOSE: {
    what: 'Wajah terlalu dekat',
    how: 'Jauhkan ponsel sejauh lengan sampai wajah pas di dalam oval.',
  },
  FACE_BLURRY: {
    what: 'Foto wajah buram',
    how: 'Pegang ponsel dengan stabil dan bersihkan lensa kamera.',
  },
  FACE_DARK: {
    what: 'Wajah terlalu gelap',
    how: 'Hadapkan wajah ke arah cahaya; jangan membelakangi jendela.',
  },
  FACE_OCCLUDED: {
    what: 'Sebagian wajah tertutup',
    how: 'Lepaskan masker, kacamata hitam, atau topi.',
  },
  FACE_NOT_FRONTAL: {
    what: 'Wajah tidak menghadap ke depan',
    how: 'Lihat lurus ke kamera dengan ponsel setinggi mata.',
  },
  NOT_EKTP: {
    what: 'Kartu ini tampaknya bukan e-KTP',
    how: 'Gunakan e-KTP asli milik Anda, bagian depan.',
  },
  KTP_PHOTOCOPY: {
    what: 'Foto ini tampaknya fotokopi e-KTP',
    how: 'Gunakan kartu e-KTP asli, bukan fotokopi atau hasil pindai.',
  },
  KTP_SCREEN_CAPTURE: {
    what: 'Foto ini tampaknya diambil dari layar',
    how: 'Foto langsung kartu e-KTP asli, bukan gambarnya di layar.',
  },
  KTP_TAMPERED: {
    what: 'Kartu ini belum dapat dipastikan keasliannya',
    how: 'Gunakan e-KTP asli milik Anda, letakkan rata tanpa apa pun di atasnya.',
  },
  FACE_MATCH_FAILED: {
    what: 'Wajah di selfie dan di e-KTP belum cocok',
    how: 'Gunakan e-KTP milik Anda sendiri dan ambil selfie di tempat yang terang.',
  },
  CHALLENGE_REQUIRED: {
    what: 'Kami perlu melihat Anda sekali lagi',
    how: 'Lakukan gerakan yang diminta di layar sambil menghadap kamera.',
  },
  CHALLENGE_FAILED: {
    what: 'Gerakan belum terlihat pada waktunya',
    how: 'Lakukan gerakan yang diminta di layar perlahan, dalam dua menit.',
  },
  LIVENESS_CHECK_FAILED: {
    what: 'Selfie belum dapat dipastikan',
    how: 'Ambil selfie langsung dari wajah Anda di tempat terang, bukan dari foto.',
  },
};

/** Of a flow without a card: the service holds a photo of the person. */
export const idCardlessReasons: CardlessReasons = {
  FACE_MATCH_FAILED: {
    what: 'Wajah di selfie belum dapat dicocokkan',
    how: 'Ambil selfie wajah Anda sendiri di tempat yang terang, tanpa masker atau kacamata hitam.',
  },
};
