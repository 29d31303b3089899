import type { ChallengeText } from './challenge-text.js';

/** The words of a challenge in Indonesian. */
export const idChallenge: ChallengeText = {
  kicker: 'Satu langkah lagi',
  actions: {
    TURN_LEFT: {
      title: 'Tolehkan kepala ke kiri',
      how: 'Mulai dengan melihat lurus ke kamera. Setelah hitungan, tolehkan kepala ke kiri Anda.',
      better: 'Tolehkan kepala lebih jauh ke kiri Anda, cukup kepalanya, bukan ponselnya.',
    },
    TURN_RIGHT: {
      title: 'Tolehkan kepala ke kanan',
      how: 'Mulai dengan melihat lurus ke kamera. Setelah hitungan, tolehkan kepala ke kanan Anda.',
      better: 'Tolehkan kepala lebih jauh ke kanan Anda, cukup kepalanya, bukan ponselnya.',
    },
    NOD: {
      title: 'Anggukkan kepala',
      how: 'Mulai dengan melihat lurus ke kamera. Setelah hitungan, turunkan dagu, lalu angkat lagi.',
      better: 'Turunkan dagu lebih dalam, lalu angkat lagi. Pegang ponsel tetap diam.',
    },
    BLINK: {
      title: 'Kedipkan mata perlahan',
      how: 'Mulai dengan melihat lurus ke kamera. Setelah hitungan, pejamkan kedua mata sebentar, lalu buka lagi.',
      better: 'Pejamkan kedua mata rapat-rapat sekitar satu detik, lalu buka lagi.',
    },
    COME_CLOSER: {
      title: 'Dekatkan wajah ke kamera',
      how: 'Mulai dengan wajah di dalam oval. Setelah hitungan, dekatkan wajah hingga mengisi oval yang lebih besar.',
      better: 'Mulai sejauh lengan, lalu dekatkan wajah sampai mengisi oval yang lebih besar.',
    },
  },
  several: {
    title: 'Dua gerakan berurutan',
    how: 'Mulai dengan melihat lurus ke kamera. Setelah hitungan, lakukan gerakan pertama lalu lihat lurus lagi. Layar memberi tahu kapan gerakan kedua.',
    better:
      'Lakukan kedua gerakan lebih jelas, sesuai urutan, dan lihat lurus ke kamera di antaranya.',
  },
  tips: [
    'Cari tempat terang; hanya Anda yang terlihat',
    'Lepaskan masker, kacamata hitam, dan topi',
    'Lakukan langkah ini dalam dua menit',
  ],
  why: 'Gerakan ini menunjukkan bahwa ada orang sungguhan di depan kamera. Foto-fotonya dikirim bersama selfie.',
  open: 'Buka kamera',
  camera: {
    hint: 'Posisikan wajah di dalam oval, lalu tekan Mulai',
    start: 'Mulai',
    ready: 'Lihat lurus ke kamera',
    next: 'Sekarang:',
    progress: 'Gerakan terekam',
    recorded: 'Selesai, terima kasih',
    late: 'Waktunya sudah habis. Sebentar, kami minta sekali lagi.',
  },
};
