package io.presencemedic.cisco;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.cisco.service.CoreFile;
import io.presencemedic.cisco.service.FeatureCondition;
import io.presencemedic.cisco.service.KnownService;
import io.presencemedic.cisco.service.Product;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceCatalogTest {
    private static ServiceName name(String value) {
        return new ServiceName(value);
    }

    @ParameterizedTest
    @CsvSource({
        "Cisco Presence Engine,Cisco Presence Engine",
        "cisco  presence engine,Cisco Presence Engine",
        "Cisco UP Presence Engine,Cisco Presence Engine",
        "Cisco UP XCP Router,Cisco XCP Router",
        "Cisco DRF Primary,Cisco DRF Master",
        "SNMP Primary Agent,SNMP Master Agent",
        "Cisco Replication Watcher,Cisco IM and Presence Data Monitor",
        "Cisco ReplicationWatcher,Cisco IM and Presence Data Monitor",
        "Aupair,Cisco Database Layer Monitor",
        "SOAP - Log Collection APIs,SOAP -Log Collection APIs",
        "A Cisco DB,A Cisco DB"
    })
    void otherSpellingsLeadToTheCurrentName(String text, String current) {
        assertThat(ServiceCatalog.find(text)).map(ServiceName::value).hasValue(current);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Cisco Presense Engine",
                "Cisco Presence Engine; utils system restart",
                "Cisco Presence Engine\nutils system shutdown",
                "Cisco UP",
                "*"
            })
    void whatIsNotInTheCatalogueIsNoService(String text) {
        assertThat(ServiceCatalog.find(text)).isEmpty();
    }

    @Test
    void noNameMeansTwoServices() {
        Set<ServiceName> names = new HashSet<>();
        for (KnownService service : ServiceCatalog.all()) {
            Stream.concat(Stream.of(service.name()), service.aliases().stream())
                    .forEach(one -> assertThat(names.add(one)).as("%s", one).isTrue());
        }
    }

    @Test
    void everythingThatIsNeededOrOrderedIsInTheCatalogue() {
        ServiceCatalog.all().forEach(service -> assertThat(service.needs())
                .allMatch(needed -> ServiceCatalog.canonical(needed).value().equals(needed.value())
                        && ServiceCatalog.describe(needed).isPresent()));
        Stream.of(
                        ServiceOrder.NETWORK_SERVICES,
                        ServiceOrder.PRESENCE_ENGINE_PREREQUISITES,
                        ServiceOrder.HIGH_AVAILABILITY_PREREQUISITES,
                        ServiceOrder.STANDARD_STOP,
                        List.of(ServiceOrder.TOMCAT))
                .flatMap(List::stream)
                .forEach(one ->
                        assertThat(ServiceCatalog.describe(one)).as("%s", one).isPresent());
    }

    @Test
    void nothingNeedsItself() {
        ServiceCatalog.all().forEach(service -> assertThat(ServiceCatalog.allNeeds(service.name()))
                .doesNotContain(service.name()));
    }

    @Test
    void thePresenceEngineNeedsWhatTheDocumentSaysAndWhatThoseNeed() {
        assertThat(ServiceCatalog.needs(name("Cisco Presence Engine")))
                .containsExactlyElementsOf(ServiceOrder.PRESENCE_ENGINE_PREREQUISITES);
        assertThat(ServiceCatalog.allNeeds(name("Cisco Presence Engine")))
                .contains(name("Cisco Client Profile Agent"), name("Cisco Tomcat"), name("A Cisco DB"));
    }

    @Test
    void theStandardOrderOfStartingIsTheReverseOfStopping() {
        assertThat(ServiceOrder.STANDARD_START.get(0)).isEqualTo(name("Cisco IM and Presence Data Monitor"));
        assertThat(ServiceOrder.STANDARD_START.get(11)).isEqualTo(name("Cisco Config Agent"));
    }

    @Test
    void someServicesRunOnThePublisherOnly() {
        assertThat(ServiceCatalog.mayBeStopped(name("Cisco DRF Primary"), Product.CUCM, false))
                .isTrue();
        assertThat(ServiceCatalog.mayBeStopped(name("Cisco DRF Primary"), Product.CUCM, true))
                .isFalse();
        assertThat(ServiceCatalog.mayBeStopped(name("Cisco XCP Router"), Product.PRESENCE, false))
                .isFalse();
        assertThat(ServiceCatalog.mayBeStopped(name("Cisco XCP Directory Service"), Product.PRESENCE, true))
                .isTrue();
        assertThat(ServiceCatalog.mayBeStopped(name("Cisco Nobody Knows"), Product.PRESENCE, true))
                .isFalse();
    }

    @Test
    void featuresSayWhatMustBeConfigured() {
        assertThat(FeatureCondition.all())
                .extracting(feature -> feature.item().id())
                .containsExactly("D8.1", "D8.2", "D8.3", "D8.4");
        assertThat(FeatureCondition.all()).allMatch(feature -> ServiceCatalog.describe(feature.service())
                .filter(KnownService::optional)
                .isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "core.4711.11.pe.1709247598,Cisco Presence Engine",
        "core.4711.6.jabberd.1709247598,Cisco XCP Router",
        "core.4711.6.ttsoft.1709247598,Cisco Presence Datastore",
        "core.1.6.cm_xmpp_fed.1,Cisco XCP XMPP Federation Connection Manager",
        "core.1.6.ccm.1.gz,Cisco CallManager"
    })
    void coreFilesTellTheServiceThatCrashed(String file, String service) {
        assertThat(new CoreFile(file, null, "2024-02-29 23:59:58").service())
                .map(ServiceName::value)
                .hasValue(service);
    }

    @Test
    void aCoreFileOfAnUnknownProcessTellsItsProcess() {
        CoreFile file = new CoreFile("core.9.6.some.thing.17", null, "2024-02-29 23:59:58");
        assertThat(file.process()).hasValue("some.thing");
        assertThat(file.service()).isEmpty();
        assertThat(new CoreFile("core.jvm.core", null, "").process()).hasValue("jvm");
        assertThat(new CoreFile("whatever", null, "").process()).isEmpty();
    }
}
