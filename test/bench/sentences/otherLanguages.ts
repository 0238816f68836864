/** What shops and buyers write to each other in the other languages of the rules; "#" stands for a digit of a small figure. */
export const english: ReadonlyArray<string> = [
  "Hello! Thank you for your message.",
  "Yes, the item is in stock and ships tomorrow.",
  "Sorry for the delay, the parcel left our warehouse this morning.",
  "The jacket runs small, please take one size up.",
  "The table is 7# cm high and 12# cm wide.",
  "It comes with a one year warranty.",
  "Batteries are not included.",
  "Please send us a photo of the damage in this chat.",
  "You can return it within 14 days through the app.",
  "The refund takes 3 to 5 business days.",
  "The price is #9.90 with the discount.",
  "We will restock this color next week.",
  "Is this compatible with the older model?",
  "Got it today, works great, thanks!",
  "When will my order arrive?",
  "One screw is missing from the box.",
  "The color looks a bit different on the screen.",
  "Machine washable at 30 degrees.",
  "We are happy to help, have a nice day!",
  "The manual is inside the box."
]

export const chinese: ReadonlyArray<string> = [
  "您好，感谢您的咨询。",
  "这款有现货，今天可以发货。",
  "尺码偏小，建议拍大一码。",
  "预计#天左右送到。",
  "请把破损的照片发到这里。",
  "七天内可以在平台申请退货。",
  "颜色可能和图片略有不同。",
  "不含电池，需要另外购买。",
  "请问什么时候发货？",
  "收到了，质量很好，谢谢！",
  "有没有黑色的？",
  "保修期一年。",
  "洗衣机可以洗，水温不要太高。",
  "抱歉让您久等了。"
]

export const turkish: ReadonlyArray<string> = [
  "Merhaba, ilginiz için teşekkür ederiz.",
  "Ürün stokta var, yarın kargoya veriyoruz.",
  "Kalıbı dar, bir beden büyük almanızı öneririz.",
  "Kargo # gün içinde ulaşır.",
  "Hasarın fotoğrafını buradan gönderebilir misiniz?",
  "İade işlemini uygulamadan başlatabilirsiniz.",
  "Garanti süresi iki yıldır.",
  "Piller kutuya dahil değildir.",
  "Siparişim ne zaman gelir?",
  "Ürün çok güzel, teşekkürler.",
  "Rengi fotoğraftakinden biraz koyu.",
  "İyi günler dileriz."
]

export const kazakh: ReadonlyArray<string> = [
  "Сәлеметсіз бе! Хабарласқаныңызға рақмет.",
  "Иә, тауар қоймада бар, ертең жібереміз.",
  "Өлшемі кішірек, бір өлшем үлкенін алыңыз.",
  "Жеткізу # күнге созылады.",
  "Зақымның суретін осы чатқа жіберіңізші.",
  "Қайтаруды қосымшада рәсімдеуге болады.",
  "Кепілдік бір жыл.",
  "Тапсырысым қашан келеді?",
  "Сапасы жақсы, көп рақмет!",
  "Күніңіз сәтті өтсін."
]

export const uzbek: ReadonlyArray<string> = [
  "Assalomu alaykum! Murojaatingiz uchun rahmat.",
  "Ha, mahsulot omborda bor, ertaga jo'natamiz.",
  "O'lchami kichikroq, bir razmer kattasini oling.",
  "Yetkazib berish # kun davom etadi.",
  "Shikastlangan joyining rasmini shu chatga yuboring.",
  "Qaytarishni ilova orqali rasmiylashtirish mumkin.",
  "Kafolat bir yil.",
  "Buyurtmam qachon keladi?",
  "Sifati yaxshi, katta rahmat!",
  "Kuningiz xayrli o'tsin."
]
