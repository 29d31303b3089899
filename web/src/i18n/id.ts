import { idCardlessReasons, idReasons } from './id-reasons.js';

/** The Indonesian words of the page, and by its type what every other language must have. */
export const id = {
  language: { switchTo: 'EN: ganti bahasa ke English' },
  page: { offline: 'Anda sedang offline' },
  step: {
    of: (step: number, total: number) => `Langkah ${String(step)} dari ${String(total)}`,
    KTP: 'Foto e-KTP',
    SELFIE: 'Selfie',
    check: 'Pemeriksaan',
  },
  document: { KTP: 'e-KTP', SELFIE: 'selfie' },
  action: {
    leave: 'Keluar',
    retry: 'Coba lagi',
    openCamera: 'Buka kamera',
    tryCamera: 'Coba kamera lagi',
    usePhone: 'Lanjutkan di ponsel',
    chooseFile: 'Pilih foto dari perangkat',
    choosePhoto: 'Pilih foto',
    chooseOther: 'Pilih foto lain',
    takePicture: 'Ambil foto',
    retake: 'Foto ulang',
    use: 'Gunakan foto ini',
    finish: 'Selesai',
    goBack: 'Kembali ke layanan',
    goOn: 'Lanjutkan',
  },
  file: {
    opening: 'Membuka foto…',
    unreadable: 'File ini tidak dapat dibuka sebagai foto. Pilih foto JPG atau PNG.',
  },
  opening: { title: 'Menyiapkan verifikasi…' },
  openFailed: {
    LINK_USED: {
      title: 'Tautan ini sudah dipakai',
      text: 'Demi keamanan, setiap tautan hanya bisa dibuka sekali. Kembali ke layanan yang meminta verifikasi ini dan mulai lagi dari sana.',
    },
    LINK_EXPIRED: {
      title: 'Tautan ini sudah kedaluwarsa',
      text: 'Kembali ke layanan yang meminta verifikasi ini untuk mendapatkan tautan baru.',
    },
    LINK_INVALID: {
      title: 'Tautan ini tidak dikenali',
      text: 'Mungkin tautannya tidak tersalin lengkap. Kembali ke layanan yang meminta verifikasi ini dan buka dari sana.',
    },
    LINK_MISSING: {
      title: 'Sesi tidak ditemukan di perangkat ini',
      text: 'Buka tautan dari layanan yang meminta verifikasi ini, di browser yang sama sampai selesai.',
    },
    NOT_EMBEDDED: {
      title: 'Verifikasi tidak bisa dibuka di sini',
      text: 'Kembali ke layanan yang meminta verifikasi ini dan mulai lagi dari sana.',
    },
    NO_CONNECTION: {
      title: 'Tidak ada koneksi internet',
      text: 'Periksa koneksi Anda. Halaman ini akan melanjutkan sendiri setelah tersambung.',
    },
    SERVICE: {
      title: 'Layanan sedang terganggu',
      text: 'Ini bukan kesalahan Anda. Tunggu sebentar, lalu coba lagi.',
    },
  },
  welcome: {
    title: 'Kenalkan diri Anda',
    intro: {
      KTP_SCAN: 'Siapkan e-KTP asli Anda. Hanya perlu sekitar satu menit.',
      KYC_LITE: 'Siapkan e-KTP asli Anda, lalu ambil selfie. Hanya perlu sekitar dua menit.',
      SELFIE_LIVENESS:
        'Cari tempat yang terang, lalu ambil selfie. Hanya perlu sekitar satu menit.',
      FACE_VERIFICATION:
        'Cari tempat yang terang, lalu ambil selfie. Hanya perlu sekitar satu menit.',
    },
    whatTitle: 'Yang diambil',
    what: {
      KTP_SCAN: 'Foto bagian depan e-KTP Anda.',
      KYC_LITE:
        'Foto bagian depan e-KTP dan beberapa foto wajah Anda secara beruntun; bila perlu, juga saat Anda melakukan satu gerakan.',
      SELFIE_LIVENESS:
        'Beberapa foto wajah Anda secara beruntun; bila perlu, juga saat Anda melakukan satu gerakan.',
      FACE_VERIFICATION:
        'Beberapa foto wajah Anda secara beruntun; bila perlu, juga saat Anda melakukan satu gerakan.',
    },
    whyTitle: 'Untuk apa',
    why: {
      KTP_SCAN: 'Membaca data di kartu dan memeriksa bahwa kartunya e-KTP.',
      KYC_LITE: 'Membaca data di kartu dan memastikan wajah Anda sama dengan foto di kartu.',
      SELFIE_LIVENESS: 'Memastikan ada orang sungguhan di depan kamera.',
      FACE_VERIFICATION: 'Memastikan wajah Anda sama dengan foto yang disimpan layanan tersebut.',
    },
    whoTitle: 'Siapa yang menerima',
    who: 'Layanan yang meminta verifikasi ini. Kenali memeriksa foto untuk layanan tersebut.',
    agreement:
      'Dengan menekan “Setuju dan mulai”, Anda menyetujui pengambilan dan pemeriksaan data di atas untuk verifikasi ini.',
    start: 'Setuju dan mulai',
  },
  guide: {
    asked:
      'Browser akan meminta izin memakai kamera. Pilih “Izinkan”: kamera hanya menyala selama foto diambil.',
    KTP: {
      title: 'Foto e-KTP Anda',
      text: 'Gunakan kartu asli, bagian depan.',
      tips: [
        'Letakkan di permukaan datar yang gelap dan polos',
        'Keempat sudut kartu terlihat, tidak tertutup jari',
        'Cukup terang, tanpa pantulan cahaya',
      ],
    },
    SELFIE: {
      title: 'Ambil selfie',
      text: 'Wajah Anda saat ini: sekali tekan mengambil beberapa foto.',
      tips: [
        'Lepaskan masker, kacamata hitam, dan topi',
        'Wajah menghadap cahaya, hanya Anda di dalam foto',
        'Pegang ponsel setinggi mata, sejauh lengan',
      ],
    },
  },
  camera: {
    KTP: { title: 'Foto e-KTP', hint: 'Paskan kartu di dalam bingkai', view: 'Gambar kamera' },
    SELFIE: {
      title: 'Selfie',
      hint: 'Posisikan wajah di dalam oval, lihat ke kamera',
      view: 'Gambar kamera depan',
    },
    starting: 'Menyiapkan kamera… Izinkan akses kamera jika diminta.',
    play: 'Tampilkan gambar kamera',
  },
  cameraProblem: {
    CameraDenied: {
      title: 'Kamera belum diizinkan',
      text: 'Izinkan kamera untuk halaman ini lewat ikon di samping alamat situs atau pengaturan browser, lalu coba lagi.',
      orFile: 'Anda juga bisa memilih foto dari perangkat.',
    },
    CameraNotFound: {
      title: 'Kamera tidak ditemukan',
      text: 'Perangkat ini tampaknya tidak memiliki kamera.',
      orFile: 'Pilih foto dari perangkat untuk melanjutkan.',
    },
    CameraBusy: {
      title: 'Kamera sedang dipakai',
      text: 'Tutup aplikasi atau tab lain yang memakai kamera, lalu coba lagi.',
      orFile: 'Anda juga bisa memilih foto dari perangkat.',
    },
    CameraTooCoarse: {
      title: 'Resolusi kamera ini terlalu rendah',
      text: 'Tulisan pada kartu tidak terbaca dari gambarnya. Gunakan perangkat dengan kamera yang lebih baik.',
      orFile: 'Atau pilih foto kartu yang jelas dari perangkat ini.',
    },
    InsecureContext: {
      title: 'Kamera tidak tersedia di sini',
      text: 'Browser hanya membuka kamera di alamat aman (https).',
      orFile: 'Pilih foto dari perangkat untuk melanjutkan.',
    },
    Unsupported: {
      title: 'Browser ini tidak mendukung kamera',
      text: 'Buka dengan Chrome atau Safari versi terbaru.',
      orFile: 'Anda juga bisa memilih foto dari perangkat.',
    },
  },
  cameraNeeded: 'Langkah ini memerlukan kamera: foto dari perangkat tidak dapat menggantikannya.',
  cameraElsewhere: 'Kembali ke layanan, lalu mulai lagi di sana dengan ponsel.',
  review: {
    lead: 'Sebelum dikirim, pastikan:',
    KTP: {
      title: 'Apakah e-KTP terbaca?',
      alt: 'Foto e-KTP yang baru diambil',
      checks: ['Semua tulisan tajam', 'Keempat sudut terlihat', 'Tidak ada pantulan'],
    },
    SELFIE: {
      title: 'Apakah wajah Anda jelas?',
      alt: 'Selfie yang baru diambil',
      checks: ['Wajah tajam dan terang', 'Tidak tertutup', 'Hanya Anda di dalam foto'],
    },
  },
  uploading: {
    title: 'Mengirim foto',
    text: 'Jangan tutup halaman ini.',
    label: 'Foto terkirim',
  },
  uploadFailed: {
    NO_CONNECTION: {
      title: 'Koneksi terputus saat mengirim',
      text: 'Foto Anda masih tersimpan di halaman ini. Pengiriman dilanjutkan begitu koneksi kembali.',
    },
    SERVICE: {
      title: 'Foto belum terkirim',
      text: 'Foto Anda masih tersimpan di halaman ini. Silakan coba kirim lagi.',
    },
  },
  checking: {
    title: 'Memeriksa foto Anda',
    text: 'Biasanya hanya beberapa detik.',
    long: 'Masih berlangsung. Terima kasih sudah menunggu; Anda tidak perlu mengulang.',
  },
  checkingFailed: {
    NO_CONNECTION: {
      title: 'Koneksi terputus',
      text: 'Foto Anda sudah diterima. Halaman ini akan melanjutkan sendiri setelah tersambung.',
    },
    SERVICE: {
      title: 'Hasil belum dapat ditampilkan',
      text: 'Foto Anda sudah diterima. Tunggu sebentar, lalu coba lagi.',
    },
  },
  retry: {
    title: 'Mari coba sekali lagi',
    again: (documents: string) => `Yang diulang: ${documents}`,
    join: ' dan ',
    limit: 'Jumlah percobaan terbatas, jadi pastikan fotonya jelas.',
  },
  reasons: idReasons,
  cardlessReasons: idCardlessReasons,
  generalReason: {
    what: 'Foto belum dapat diperiksa',
    how: 'Ambil foto yang lebih jelas di tempat yang terang.',
  },
  result: {
    accepted: {
      title: 'Verifikasi berhasil',
      text: 'Semua pemeriksaan selesai. Anda dapat melanjutkan ke layanan yang meminta verifikasi ini.',
    },
    rejected: {
      title: 'Verifikasi tidak berhasil',
      text: 'Identitas Anda tidak dapat dipastikan dari foto-foto ini. Layanan yang meminta verifikasi ini akan memberi tahu langkah berikutnya.',
    },
    usedUp: {
      title: 'Kesempatan mencoba sudah habis',
      text: 'Semua percobaan foto sudah terpakai, jadi identitas Anda belum dapat dipastikan. Layanan yang meminta verifikasi ini akan memberi tahu langkah berikutnya.',
    },
    timedOut: {
      title: 'Waktu verifikasi habis',
      text: 'Sesi ini sudah berakhir sebelum semua foto diterima. Mulai lagi dari layanan yang meminta verifikasi ini.',
    },
    failed: {
      title: 'Pemeriksaan tidak dapat diselesaikan',
      text: 'Terjadi gangguan teknis. Ini bukan karena foto Anda. Coba lagi nanti dari layanan yang meminta verifikasi ini.',
    },
  },
  sessionOver: {
    title: 'Sesi ini sudah berakhir',
    text: 'Demi keamanan, sesi ditutup setelah beberapa waktu. Mulai lagi dari layanan yang meminta verifikasi ini.',
  },
  leave: {
    title: 'Keluar dari verifikasi?',
    text: 'Foto yang belum dikirim akan hilang. Anda dapat melanjutkan nanti dari layanan yang meminta verifikasi ini.',
    stay: 'Lanjutkan verifikasi',
    leave: 'Ya, keluar',
    /** On a phone that took over. */
    phone: {
      title: 'Berhenti di ponsel ini?',
      text: 'Foto yang belum dikirim akan hilang. Anda dapat melanjutkan di komputer.',
      leave: 'Ya, berhenti di ponsel',
    },
  },
  done: {
    redirecting: 'Mengalihkan Anda…',
    openNow: 'Buka sekarang',
    title: 'Anda boleh menutup halaman ini',
    text: 'Kembali ke layanan yang meminta verifikasi ini untuk melihat hasilnya.',
    cancelled: {
      title: 'Verifikasi dibatalkan',
      text: 'Layanan yang meminta verifikasi ini telah membatalkannya.',
    },
  },
};

export type Dictionary = typeof id;
