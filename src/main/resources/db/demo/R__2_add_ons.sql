-- What is for sale. Flyway runs this file again whenever it has changed: add a row in both places and restart.
-- What is in the database already stays as it is: change a price or a text there, or delete the database.

insert into add_on (code, price, shelf_position)
select v.code, v.price, v.shelf_position
from (values
	('data-5gb', 10.00, 10),
	('data-20gb', 25.00, 20),
	('roaming-week', 15.00, 30),
	('calls-abroad', 8.00, 40),
	('hotspot', 5.00, 50),
	('voicemail-plus', 2.50, 60)
) as v (code, price, shelf_position)
on conflict do nothing;

insert into add_on_text (code, language, name, description)
select v.code, v.language, v.name, v.description
from (values
	('data-5gb', 'en', 'Data pack 5 GB', 'Five gigabytes more, until the end of the month.'),
	('data-5gb', 'zh', '5 GB 上網包', '本月底前額外 5 GB 行動數據。'),
	('data-20gb', 'en', 'Data pack 20 GB', 'Twenty gigabytes more, until the end of the month.'),
	('data-20gb', 'zh', '20 GB 上網包', '本月底前額外 20 GB 行動數據。'),
	('roaming-week', 'en', 'Roaming week', 'Calls and data abroad as at home, for seven days.'),
	('roaming-week', 'zh', '漫遊週', '七天內在國外通話與上網如同在國內。'),
	('calls-abroad', 'en', 'Calls abroad', 'One hundred minutes to other countries.'),
	('calls-abroad', 'zh', '國際通話', '撥打國際電話 100 分鐘。'),
	('hotspot', 'en', 'Hotspot', 'Share your connection with a laptop or a friend.'),
	('hotspot', 'zh', '行動熱點', '與筆電或朋友分享您的網路。'),
	('voicemail-plus', 'en', 'Voicemail Plus', 'Your messages as text.'),
	('voicemail-plus', 'zh', '語音信箱 Plus', '把留言轉成文字。')
) as v (code, language, name, description)
on conflict do nothing;
