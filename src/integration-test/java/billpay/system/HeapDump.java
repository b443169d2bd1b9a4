package billpay.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.Instance;
import org.netbeans.lib.profiler.heap.JavaClass;
import org.netbeans.lib.profiler.heap.ObjectArrayInstance;
import org.netbeans.lib.profiler.heap.ObjectFieldValue;
import org.netbeans.lib.profiler.heap.PrimitiveArrayInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The objects of a running JVM, to be searched for what must not be among them. A session
 * can hold a text where no page, log or table shows it; here it cannot hide.
 * <p>
 * From an object on, every field, inherited ones as well, and every element of an array
 * is followed, weak and soft references too. These lead out of what somebody stored and
 * into the application around it, and are not:
 * <ul>
 * <li>classes, as their static fields belong to everybody;</li>
 * <li>class loaders, which know every class;</li>
 * <li>threads, which hold the requests they are working on;</li>
 * <li>loggers, through which one reaches all others and their appenders;</li>
 * <li>random generators, which hold noise and the tables of the security providers.</li>
 * </ul>
 * What is garbage is not in the dump, and what is kept as a number is not a text.
 */
final class HeapDump {

	private static final String STORE = "billpay.session.memory.InMemorySessionRepository";

	private static final String STORED = "org.springframework.session.MapSession";

	private static final String LIVE = "billpay.session.memory.InMemorySession";

	private static final Set<String> NOT_FOLLOWED = Set.of("java.lang.Class", "java.lang.ClassLoader",
			"java.lang.Thread", "ch.qos.logback.classic.Logger", "java.security.SecureRandom");

	private static final Charset UTF_16 = (ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN) ? StandardCharsets.UTF_16BE
			: StandardCharsets.UTF_16LE;

	private final Heap heap;

	private HeapDump(Heap heap) {
		this.heap = heap;
	}

	/**
	 * Takes a heap dump of a JVM on this machine, which collects its garbage first.
	 * @param pid the JVM's process
	 * @param file where the dump goes, about 50 MB; an index of half the size is put
	 * beside it
	 * @return the dump
	 */
	static HeapDump of(long pid, Path file) {
		try {
			// It ends with 0 as well when it could not write the file.
			assertThat(Jcmd.run(pid, "GC.heap_dump \"" + file.toAbsolutePath() + "\""))
				.contains("Heap dump file created");
			return new HeapDump(HeapFactory.createHeap(file.toFile()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What sessions hold: the store with everything it keeps, the stored sessions
	 * wherever they are, and the views of requests that are under way.
	 * @return the texts, each in a line of its own
	 * @throws AssertionError when there is no session: a search in nothing finds nothing
	 */
	String sessionTexts() {
		List<Instance> sessions = new ArrayList<>(some(STORED));
		sessions.addAll(some(STORE));
		sessions.addAll(all(LIVE));
		return texts(sessions);
	}

	/**
	 * What the objects of one class hold.
	 * @param className the class
	 * @return the texts, each in a line of its own
	 * @throws AssertionError when there is no such object
	 */
	String textsHeldBy(String className) {
		return texts(some(className));
	}

	private List<Instance> some(String className) {
		List<Instance> instances = all(className);
		assertThat(instances).as("objects of " + className).isNotEmpty();
		return instances;
	}

	private List<Instance> all(String className) {
		List<Instance> instances = new ArrayList<>();
		JavaClass type = this.heap.getJavaClassByName(className);
		if (type != null) {
			for (Object instance : type.getInstances()) {
				instances.add((Instance) instance);
			}
		}
		return instances;
	}

	private static String texts(Collection<Instance> roots) {
		Set<String> texts = new LinkedHashSet<>();
		Set<Long> seen = new HashSet<>();
		Deque<Instance> ahead = new ArrayDeque<>(roots);
		while (!ahead.isEmpty()) {
			Instance instance = ahead.remove();
			if (!seen.add(instance.getInstanceId()) || leadsOut(instance.getJavaClass())) {
				continue;
			}
			switch (instance.getJavaClass().getName()) {
				case "java.lang.String" -> texts.add(string(instance));
				case "char[]" -> texts.add(withoutGaps(String.join("", elements(instance))));
				case "byte[]" -> texts.add(withoutGaps(new String(bytes(instance), StandardCharsets.ISO_8859_1)));
				default -> references(instance).stream().filter(Objects::nonNull).forEach(ahead::add);
			}
		}
		return String.join("\n", texts);
	}

	private static boolean leadsOut(JavaClass type) {
		for (JavaClass ancestor = type; ancestor != null; ancestor = ancestor.getSuperClass()) {
			if (NOT_FOLLOWED.contains(ancestor.getName())) {
				return true;
			}
		}
		return false;
	}

	private static List<Instance> references(Instance instance) {
		List<Instance> references = new ArrayList<>();
		if (instance instanceof ObjectArrayInstance array) {
			array.getValues().forEach((element) -> references.add((Instance) element));
		}
		else {
			for (Object field : instance.getFieldValues()) {
				if (field instanceof ObjectFieldValue reference) {
					references.add(reference.getInstance());
				}
			}
		}
		return references;
	}

	/**
	 * Reads a string as HotSpot keeps it since Java 9 (JEP 254): bytes, and whether one
	 * or two of them are a character.
	 * @param instance the string
	 * @return its text
	 */
	private static String string(Instance instance) {
		boolean latin1 = ((Number) instance.getValueOfField("coder")).intValue() == 0;
		byte[] bytes = bytes((Instance) instance.getValueOfField("value"));
		return new String(bytes, (latin1) ? StandardCharsets.ISO_8859_1 : UTF_16);
	}

	private static byte[] bytes(Instance array) {
		List<String> elements = elements(array);
		byte[] bytes = new byte[elements.size()];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = Byte.parseByte(elements.get(i));
		}
		return bytes;
	}

	@SuppressWarnings("unchecked")
	private static List<String> elements(Instance array) {
		return ((PrimitiveArrayInstance) array).getValues();
	}

	/**
	 * Takes out the zeros: the unused end of a buffer, and one half of each plain letter
	 * in a buffer of two bytes a character.
	 * @param text what an array holds
	 * @return the text that a search finds
	 */
	private static String withoutGaps(String text) {
		return text.replace("\0", "");
	}

}
