import type { HandoffText } from './handoff-text.js';

/** The words of a hand-off in Indonesian. */
export const idHandoff: HandoffText = {
  code: {
    title: 'Lanjutkan di ponsel',
    why: {
      must: 'Verifikasi ini dilakukan dengan kamera ponsel Anda.',
      noCamera: 'Komputer ini tidak memiliki kamera, jadi fotonya diambil dengan ponsel Anda.',
      chosen: 'Foto diambil dengan ponsel; halaman ini menunggu dan melanjutkan sendiri.',
    },
    steps: [
      'Buka kamera ponsel Anda',
      'Arahkan ke kode ini, lalu buka tautannya',
      'Ikuti langkah di ponsel; biarkan halaman ini terbuka',
    ],
    picture: 'Kode QR untuk melanjutkan di ponsel',
    preparing: 'Menyiapkan kode…',
    waiting: 'Menunggu ponsel Anda',
    expiresIn: (time) => `Kode baru dalam ${time}`,
    other: {
      title: 'Tidak bisa memindai?',
      text: 'Kirim alamat ini ke ponsel Anda, misalnya lewat pesan ke diri sendiri, lalu buka di sana. Hanya bisa dibuka sekali; jangan berikan kepada orang lain.',
      copy: 'Salin alamat',
      copied: 'Alamat tersalin',
      copyByHand:
        'Browser tidak mengizinkan halaman ini menyalin. Pilih alamat di atas, lalu salin.',
    },
  },
  follow: {
    OPENED: {
      title: 'Lanjutkan di ponsel Anda',
      text: 'Ponsel sudah tersambung. Ambil fotonya di sana dan biarkan halaman ini terbuka.',
    },
    CAPTURED: {
      title: 'Foto sedang diperiksa',
      text: 'Foto dari ponsel sudah diterima. Hasilnya segera tampil di halaman ini.',
    },
  },
  track: ['Ponsel tersambung', 'Ambil foto', 'Pemeriksaan'],
  stop: 'Hentikan di ponsel',
  ended: {
    PHONE: {
      title: 'Dihentikan di ponsel',
      text: 'Verifikasi belum selesai. Lanjutkan dengan kode baru.',
    },
    HERE: {
      title: 'Ponsel sudah dilepas',
      text: 'Ponsel itu tidak dapat mengirim foto lagi. Lanjutkan dengan kode baru.',
    },
    EXPIRED: {
      title: 'Kode sudah kedaluwarsa',
      text: 'Belum ada ponsel yang memindainya. Tampilkan kode baru saat Anda siap.',
    },
  },
  orHere: 'Anda juga bisa melanjutkan di komputer ini.',
  newCode: 'Tampilkan kode baru',
  useCamera: 'Pakai kamera komputer ini',
  goOnHere: 'Lanjutkan di komputer ini',
  trouble: {
    NO_CONNECTION: {
      title: 'Koneksi terputus',
      text: 'Halaman ini akan melanjutkan sendiri setelah tersambung.',
    },
    SERVICE: {
      title: 'Layanan sedang terganggu',
      text: 'Ini bukan kesalahan Anda. Tunggu sebentar, lalu coba lagi.',
    },
  },
  handedBack: {
    COMPLETED: {
      title: 'Selesai. Kembali ke komputer Anda',
      text: 'Hasilnya tampil di komputer. Anda boleh menutup halaman ini di ponsel.',
    },
    FAILED: {
      title: 'Kembali ke komputer Anda',
      text: 'Verifikasi ini sudah berakhir. Keterangannya tampil di komputer; halaman ini boleh ditutup.',
    },
    STOPPED_HERE: {
      title: 'Dihentikan di ponsel ini',
      text: 'Kembali ke komputer Anda untuk melanjutkan. Foto yang belum dikirim sudah dihapus dari ponsel ini.',
    },
    STOPPED_THERE: {
      title: 'Ponsel ini sudah dilepas',
      text: 'Verifikasi dilanjutkan di komputer Anda. Untuk memakai ponsel lagi, pindai kode baru di sana.',
    },
  },
  refused: {
    CODE_USED: {
      title: 'Kode ini sudah dipakai',
      text: 'Setiap kode hanya bisa dibuka sekali. Di komputer, minta kode baru, lalu pindai dengan ponsel ini.',
    },
    CODE_EXPIRED: {
      title: 'Kode ini sudah kedaluwarsa',
      text: 'Pindai kode yang sekarang tampil di komputer, atau minta kode baru di sana.',
    },
    CODE_INVALID: {
      title: 'Kode ini tidak dikenali',
      text: 'Mungkin alamatnya tidak tersalin lengkap. Pindai kode yang tampil di komputer sekali lagi.',
    },
    CODE_FINISHED: {
      title: 'Verifikasi ini sudah berakhir',
      text: 'Kembali ke komputer Anda untuk melihat hasilnya.',
    },
    HANDOFF_ENDED: {
      title: 'Ponsel ini sudah dilepas',
      text: 'Verifikasi dilanjutkan di komputer Anda. Untuk memakai ponsel lagi, pindai kode baru di sana.',
    },
  },
};
