/** The name of the class below. */
export const MAIN_CLASS = 'io.temporal.internal.testservice.OpsflowTimeServer';

/**
 * Temporal's time-skipping test server with another clock: it begins at a given instant, also one in the past, and stands still
 * until it is told to move on. So how busy the machine is never shows in a history. In the package of the test server,
 * because its parts are visible only there.
 */
export const MAIN_CLASS_SOURCE = `package io.temporal.internal.testservice;

import io.grpc.BindableService;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

public final class OpsflowTimeServer {
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    long beginsAt = Instant.parse(args[1]).toEpochMilli();
    Clock standing = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    SelfAdvancingTimerImpl timer = new SelfAdvancingTimerImpl(beginsAt, standing);
    TestWorkflowStore store = new TestWorkflowStoreImpl(timer);
    TestVisibilityStore visibility = new TestVisibilityStoreImpl();
    TestNexusEndpointStore nexus = new TestNexusEndpointStoreImpl();
    List<BindableService> services = Arrays.asList(
        new TestOperatorService(visibility, nexus),
        new TestWorkflowService(store, visibility, nexus, timer),
        new TestService(store, timer, true));
    ServerBuilder<?> builder = Grpc.newServerBuilderForPort(port, InsecureServerCredentials.create());
    GRPCServerHelper.registerServicesAndHealthChecks(services, builder);
    Server server = builder.build().start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
    server.awaitTermination();
  }
}
`;
