package billpay.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Runs the same thing many times at the same moment.
 */
public final class ConcurrentTasks {

	/** Longer than anything takes that is not stuck. */
	private static final int LONGEST_MINUTES = 5;

	private ConcurrentTasks() {
	}

	/**
	 * Runs something in as many threads as times, all of them let loose at once.
	 * @param <T> what each yields
	 * @param times how many times
	 * @param each makes the thing to run, given its number from 0
	 * @return the results, in the order of the numbers
	 * @throws Exception whatever one of them threw
	 */
	public static <T> List<T> run(int times, IntFunction<Callable<T>> each) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(times);
		try {
			CountDownLatch ready = new CountDownLatch(times);
			List<Future<T>> running = new ArrayList<>();
			for (int i = 0; i < times; i++) {
				Callable<T> task = each.apply(i);
				running.add(threads.submit(() -> {
					ready.countDown();
					ready.await();
					return task.call();
				}));
			}
			List<T> results = new ArrayList<>();
			for (Future<T> one : running) {
				results.add(one.get(LONGEST_MINUTES, TimeUnit.MINUTES));
			}
			return results;
		}
		finally {
			threads.shutdownNow();
		}
	}

}
