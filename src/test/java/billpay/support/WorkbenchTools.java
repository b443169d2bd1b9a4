package billpay.support;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpSession;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a test of sessions over HTTP needs beside the shop: a clock that stands still, a
 * count of what the store is asked, and requests that do what the test says.
 */
@TestConfiguration(proxyBeanMethods = false)
public class WorkbenchTools {

	@Bean
	@Primary
	MutableClock mutableClock() {
		return new MutableClock();
	}

	@Bean
	static CountedSessions countedSessions() {
		return new CountedSessions();
	}

	/**
	 * {@code GET /workbench/{name}} does with the session what the test has put under
	 * that name.
	 */
	@RestController
	public static class Tasks {

		private final Map<String, Consumer<HttpSession>> tasks = new ConcurrentHashMap<>();

		/**
		 * Says what a request does.
		 * @param name the last part of its path
		 * @param task what to do with the session
		 */
		public void put(String name, Consumer<HttpSession> task) {
			this.tasks.put(name, task);
		}

		@GetMapping("/workbench/{name}")
		String run(@PathVariable String name, HttpSession session) {
			this.tasks.get(name).accept(session);
			return "done";
		}

	}

	/**
	 * How often the shop's session repository was asked for anything.
	 */
	public static class CountedSessions implements BeanPostProcessor, MethodInterceptor {

		private final AtomicInteger calls = new AtomicInteger();

		private final AtomicInteger created = new AtomicInteger();

		public int created() {
			return this.created.get();
		}

		public int calls() {
			return this.calls.get();
		}

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			if (!name.equals("sessionRepository")) {
				return bean;
			}
			ProxyFactory counted = new ProxyFactory(bean);
			counted.setProxyTargetClass(true);
			counted.addAdvice(this);
			return counted.getProxy();
		}

		@Override
		public Object invoke(MethodInvocation call) throws Throwable {
			this.calls.incrementAndGet();
			if (call.getMethod().getName().equals("createSession")) {
				this.created.incrementAndGet();
			}
			return call.proceed();
		}

	}

}
