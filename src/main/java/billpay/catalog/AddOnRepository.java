package billpay.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The add-ons in the database, with their texts in the language asked for or, where that
 * has none, in English.
 */
@Repository
public class AddOnRepository {

	private static final String SELECT = """
			select a.code, a.price, coalesce(t.name, e.name) as name, coalesce(t.description, e.description) as description
			from add_on a
			join add_on_text e on e.code = a.code and e.language = 'en'
			left join add_on_text t on t.code = a.code and t.language = :language
			""";

	private final JdbcClient jdbc;

	AddOnRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Everything that is for sale.
	 * @param locale the language of the texts
	 * @return the add-ons in the order in which they are offered
	 */
	public List<AddOn> findForSale(Locale locale) {
		return this.jdbc.sql(SELECT + "where a.for_sale = true order by a.shelf_position, a.code")
			.param("language", locale.getLanguage())
			.query(AddOn.class)
			.list();
	}

	/**
	 * All add-ons, including those that are no longer for sale: receipts name them too.
	 * @param locale the language of the texts
	 * @return the add-ons by their codes
	 */
	public Map<String, AddOn> findAll(Locale locale) {
		return this.jdbc.sql(SELECT)
			.param("language", locale.getLanguage())
			.query(AddOn.class)
			.list()
			.stream()
			.collect(Collectors.toMap(AddOn::code, (addOn) -> addOn));
	}

	/**
	 * One add-on that is for sale.
	 * @param code its code
	 * @param locale the language of the texts
	 * @return the add-on, or nothing when no such thing is sold
	 */
	public Optional<AddOn> findForSale(String code, Locale locale) {
		return findForSale(locale).stream().filter((addOn) -> addOn.code().equals(code)).findFirst();
	}

}
