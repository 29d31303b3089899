import type { InterruptionText } from './interruption-text.js';

export const idInterruption: InterruptionText = {
  resume: {
    title: 'Lanjutkan verifikasi Anda',
    kept: (documents) => `Foto ${documents} sudah ada, terkunci di perangkat ini.`,
    next: { KTP: 'Berikutnya: foto e-KTP.', SELFIE: 'Berikutnya: selfie.' },
    goOn: 'Lanjutkan',
    restartHint: 'Bukan Anda yang memulai? Mulai dari awal: foto yang tersimpan dihapus.',
    restart: 'Mulai dari awal',
  },
  browser: {
    IN_APP: {
      title: 'Buka di browser Anda',
      text: 'Halaman ini terbuka di dalam aplikasi lain yang tidak membuka kamera. Salin alamatnya dan buka di Chrome atau Safari.',
      textWithoutAddress:
        'Halaman ini terbuka di dalam aplikasi lain yang tidak membuka kamera. Kembali ke layanan yang meminta verifikasi ini dan buka tautannya di Chrome atau Safari.',
    },
    INSECURE: {
      title: 'Alamat ini tidak aman',
      text: 'Browser hanya membuka kamera di alamat yang aman (https). Lanjutkan di alamat yang aman.',
      textWithoutAddress:
        'Browser hanya membuka kamera di alamat yang aman (https). Kembali ke layanan yang meminta verifikasi ini dan mulai lagi dari sana.',
    },
  },
  address: {
    label: 'Alamat halaman ini',
    copy: 'Salin alamat',
    copied: 'Alamat disalin. Tempelkan di Chrome atau Safari.',
    copyByHand: 'Tekan lama alamat di atas, lalu pilih Salin.',
    openSafe: 'Buka alamat yang aman',
  },
  goOnAnyway: 'Lanjutkan di sini tanpa kamera',
  goOnAnywayHint:
    'Jika Anda melanjutkan di sini, tautan ini tidak bisa dibuka di tempat lain, dan foto tanpa kamera mungkin tidak diterima.',
};
