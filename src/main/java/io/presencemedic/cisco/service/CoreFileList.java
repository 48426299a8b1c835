package io.presencemedic.cisco.service;

import java.util.List;

/**
 * What {@code utils core active list} said.
 *
 * @param files the core files; empty where the platform says that there are none
 */
public record CoreFileList(List<CoreFile> files) {
    public CoreFileList {
        files = List.copyOf(files);
    }
}
