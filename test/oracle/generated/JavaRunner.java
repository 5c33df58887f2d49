import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/**
 * Answers generated servlets in an embedded Tomcat. Each line of standard input is a program's folder, the scheme, and the variables
 * NAME=value, between tabs; each line of the output is the Set-Cookie header of `sid`, or empty. Classes are loaded anew for each line,
 * so that what they keep is made again, and System.getenv is what the line says.
 */
public class JavaRunner {
    private static volatile HttpServlet current;

    public static void main(String[] args) throws Exception {
        TwoDoors doors = new TwoDoors();
        Tomcat tomcat = doors.tomcat;
        Connector plain = doors.plain;
        Connector secure = doors.secure;
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "servlet", new HttpServlet() {
            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response) {
                try {
                    Method get = current.getClass().getDeclaredMethod("doGet", HttpServletRequest.class, HttpServletResponse.class);
                    get.setAccessible(true);
                    get.invoke(current, request, response);
                } catch (Exception error) {
                    response.reset();
                    response.setStatus(500);
                }
            }
        });
        context.addServletMappingDecoded("/*", "servlet");
        tomcat.start();
        HttpClient client = HttpClient.newHttpClient();
        Map<String, String> environment = environment();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        StringBuilder answers = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] parts = line.split("\t", -1);
            environment.clear();
            for (int i = 2; i < parts.length; i++) {
                int at = parts[i].indexOf('=');
                if (at > 0) environment.put(parts[i].substring(0, at), parts[i].substring(at + 1));
            }
            answers.append(answer(parts[0], parts[1].equals("https") ? secure : plain, parts[1].equals("https"), client)).append('\n');
        }
        System.out.print(answers);
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static String answer(String folder, Connector connector, boolean isHttps, HttpClient client) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {Path.of(folder).toUri().toURL()}, JavaRunner.class.getClassLoader())) {
            current = (HttpServlet) loader.loadClass("shop.Handler").getDeclaredConstructor().newInstance();
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + connector.getLocalPort() + "/"));
            if (isHttps) request.header("X-Forwarded-Proto", "https");
            HttpResponse<Void> response = client.send(request.build(), HttpResponse.BodyHandlers.discarding());
            for (String header : response.headers().allValues("set-cookie")) if (header.startsWith("sid=x")) return header;
            return "";
        } catch (Throwable error) {
            return "";
        }
    }

    /** The map behind System.getenv; the JVM is started with --add-opens for it. */
    @SuppressWarnings("unchecked")
    private static Map<String, String> environment() throws Exception {
        Map<String, String> mine = new HashMap<>();
        Class<?> owner = Class.forName("java.lang.ProcessEnvironment");
        Field held = owner.getDeclaredField("theUnmodifiableEnvironment");
        held.setAccessible(true);
        Field inner = Class.forName("java.util.Collections$UnmodifiableMap").getDeclaredField("m");
        inner.setAccessible(true);
        Field unsafe = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
        unsafe.setAccessible(true);
        sun.misc.Unsafe writer = (sun.misc.Unsafe) unsafe.get(null);
        writer.putObject(held.get(null), writer.objectFieldOffset(inner), mine);
        return mine;
    }
}
