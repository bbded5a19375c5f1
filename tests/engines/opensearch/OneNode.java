import static org.codelibs.opensearch.runner.OpenSearchRunner.newConfigs;

import java.util.Arrays;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * One node of a cluster on the loopback interface, in a process of its own, so that killing it is real.
 * Arguments: its folder, its number from 0, then for each node of the cluster HTTP-PORT:TRANSPORT-PORT.
 * It ends when its standard input does: no node outlives the tests that started it.
 */
public final class OneNode {
    public static void main(String[] arguments) throws Exception {
        int number = Integer.parseInt(arguments[1]);
        String[][] ports = Arrays.stream(arguments).skip(2).map(each -> each.split(":")).toArray(String[][]::new);
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((index, settings) -> {
            settings.put("node.name", name(number));
            settings.put("network.host", "127.0.0.1");
            settings.put("http.port", ports[number][0]);
            settings.put("transport.port", ports[number][1]);
            settings.put("discovery.type", "zen");
            settings.putList("discovery.seed_hosts", each(ports, i -> "127.0.0.1:" + ports[i][1]));
            settings.putList("cluster.initial_cluster_manager_nodes", each(ports, OneNode::name));
            settings.put("cluster.routing.allocation.disk.threshold_enabled", "false");
        }).build(newConfigs().basePath(arguments[0]).numOfNode(1).clusterName("communique-tests"));
        while (System.in.read() >= 0) {
        }
        runner.close();
        System.exit(0);
    }

    private static String name(int number) {
        return "node-" + number;
    }

    private static String[] each(String[][] ports, java.util.function.IntFunction<String> made) {
        return java.util.stream.IntStream.range(0, ports.length).mapToObj(made).toArray(String[]::new);
    }
}
