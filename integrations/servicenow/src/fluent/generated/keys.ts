import '@servicenow/sdk/global'

declare global {
    namespace Now {
        namespace Internal {
            interface Keys extends KeysRegistry {
                explicit: {
                    alias: {
                        table: 'sys_alias'
                        id: '4bff56505fe346fea77d647bfdbdd5ee'
                    }
                    answer: {
                        table: 'sys_script'
                        id: '18994e8b754a447bb5ed7c5a5132fe91'
                    }
                    await_repair: {
                        table: 'sys_hub_action_instance_v2'
                        id: 'd6cf44645b1941689b4e24d7c106581b'
                    }
                    bom_json: {
                        table: 'sys_module'
                        id: 'd265fcd12fa047b28a8049b3af412830'
                    }
                    callback: {
                        table: 'sys_ws_definition'
                        id: 'd9c468d71d1148e38e34850bfa8966d9'
                    }
                    callback_receive: {
                        table: 'sys_ws_operation'
                        id: 'e5f143f34a854c108497cc3f9fa122f9'
                    }
                    diagnose: {
                        table: 'sys_ui_action'
                        id: '47a92f373505432cb6934f6a7bcc5485'
                    }
                    diagnose_and_repair: {
                        table: 'sys_hub_flow'
                        id: '979e305bea35418599fe3eb0e47525fb'
                    }
                    enter_repair: {
                        table: 'sys_hub_action_instance_v2'
                        id: '5616fddc729c4dd39f550619c4f2b3bb'
                    }
                    MedicCallback: {
                        table: 'sys_script_include'
                        id: 'd8f7596698ef4d3db562ec6ff3c1d38f'
                    }
                    MedicClient: {
                        table: 'sys_script_include'
                        id: 'c90cf65edca541c8b1f345de97adb45a'
                    }
                    MedicIncident: {
                        table: 'sys_script_include'
                        id: '61d90fd196f7498f9aa7f458d88ad450'
                    }
                    MedicNote: {
                        table: 'sys_script_include'
                        id: '3d46ef941cfc422ea0bf4839906110e7'
                    }
                    MedicRepair: {
                        table: 'sys_script_include'
                        id: 'be5c631aaa4743e1b2413ba3ab811dbf'
                    }
                    mid_server: {
                        table: 'sys_properties'
                        id: '0bf897ddfbea43079b34f658e24b4918'
                    }
                    package_json: {
                        table: 'sys_module'
                        id: '6773ef4cd4604741923e5c78d03fbffb'
                    }
                    patience: {
                        table: 'sys_retry_policy'
                        id: 'bccefbbf1e784b5e9add3780e333614b'
                    }
                    rest_message: {
                        table: 'sys_rest_message'
                        id: '1f1fedcc17214dd28a7c4563174c02eb'
                    }
                    src_server_answer_js: {
                        table: 'sys_module'
                        id: '73659003bbc6404ea591d79a97b1b2e5'
                    }
                    src_server_atf_js: {
                        table: 'sys_module'
                        id: '55e3dafa263c49389f216d08541a93c2'
                    }
                    src_server_diagnose_js: {
                        table: 'sys_module'
                        id: 'c10b8bf51fbd46a09843458d67def7c9'
                    }
                    src_server_MedicCallback_js: {
                        table: 'sys_module'
                        id: '3c7b2797e880443eb5a7c31c9f0a8d65'
                    }
                    src_server_MedicClient_js: {
                        table: 'sys_module'
                        id: 'a6f24d285ebf4e8999d793ccea5329e2'
                    }
                    src_server_MedicIncident_js: {
                        table: 'sys_module'
                        id: 'c3b55e178a234d37888f1f12591234f2'
                    }
                    src_server_MedicNote_js: {
                        table: 'sys_module'
                        id: 'be4ac37cb284452a9c201c2b6efb9bdc'
                    }
                    src_server_MedicRepair_js: {
                        table: 'sys_module'
                        id: 'c67cbe6c64e047fb825a86ca54dd0b4a'
                    }
                    src_server_receive_js: {
                        table: 'sys_module'
                        id: '58aab288519e44babd81cd56857d027f'
                    }
                    steps: {
                        table: 'sysauto_script'
                        id: 'b2e740afc9254b758884205e2a522d4b'
                    }
                    tell_outcome: {
                        table: 'sys_hub_flow_logic_instance_v2'
                        id: '670b11c06ca445808d0198573f619d78'
                    }
                    test_repair: {
                        table: 'sys_atf_test'
                        id: '4a536d03770a4420bdb9deb801555465'
                    }
                    test_repair_script: {
                        table: 'sys_atf_step'
                        id: '5a32df491b9a4e638bdf5b07994ec3f6'
                    }
                    url: {
                        table: 'sys_properties'
                        id: 'eec981eb6cf0489694e62844e779e444'
                    }
                    webhook_secret: {
                        table: 'sys_properties'
                        id: '440375a6996c428c9b8a5804732aa66e'
                    }
                }
                composite: [
                    {
                        table: 'sys_hub_flow_output'
                        id: '00591a382b3049db929a7a272a020cc0'
                        key: {
                            model: '979e305bea35418599fe3eb0e47525fb'
                            element: 'link'
                        }
                    },
                    {
                        table: 'sys_rest_message_fn'
                        id: '00da6cad227b437cb88dcbeddf8d431c'
                        key: {
                            rest_message: '1f1fedcc17214dd28a7c4563174c02eb'
                            function_name: 'call'
                        }
                    },
                    {
                        table: 'sys_db_object'
                        id: '0480c71e43fd4c3484975784788dd289'
                        key: {
                            name: 'x_medic_message'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '0a6628a843e6415aabfd44643fcfda78'
                        key: {
                            name: 'x_medic_repair'
                            element: 'note'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '1443ec801f934a74929ee228413f328f'
                        key: {
                            name: 'x_medic_message'
                            element: 'message_id'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '335cff2f301748668ae4ead2dc56556b'
                        key: {
                            name: 'x_medic_repair'
                            element: 'outcome'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_hub_flow_input'
                        id: '33760ac1c043427db15553ea3e2cb2c8'
                        key: {
                            model: '979e305bea35418599fe3eb0e47525fb'
                            element: 'cluster'
                        }
                    },
                    {
                        table: 'sys_index'
                        id: '374cb82fa45e4463af3d269317b30699'
                        key: {
                            logical_table_name: 'x_medic_message'
                            col_name_string: 'message_id'
                        }
                    },
                    {
                        table: 'sys_hub_flow_output'
                        id: '3fac6fa516e24054921c107721af1102'
                        key: {
                            model: '979e305bea35418599fe3eb0e47525fb'
                            element: 'outcome'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '48ba2d8bcb874f7f9a3fa38b2f2dc2be'
                        key: {
                            name: 'x_medic_repair'
                            element: 'cluster'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '4fa56ff346ac44e3b9d9fd9245fd4494'
                        key: {
                            document_key: '5a32df491b9a4e638bdf5b07994ec3f6'
                            variable: '989d9e235324220002c6435723dc3484'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '5030f127c4574e2e8b29c8a61e563348'
                        key: {
                            name: 'x_medic_message'
                            element: 'message_id'
                        }
                    },
                    {
                        table: 'ua_table_licensing_config'
                        id: '52d5865e6dbd4d59a8a03e9ff5379388'
                        key: {
                            name: 'x_medic_repair'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '5987c49e69fb4bc699cff923ba15bebc'
                        key: {
                            name: 'x_medic_repair'
                            element: 'phase'
                        }
                    },
                    {
                        table: 'sys_hub_flow_output'
                        id: '62bc72268fa04ea993094b11fb631de8'
                        key: {
                            model: '979e305bea35418599fe3eb0e47525fb'
                            element: 'note'
                        }
                    },
                    {
                        table: 'sys_hub_flow_input'
                        id: '663ed62e61314f95b206ac3a6ae8fa5e'
                        key: {
                            model: '979e305bea35418599fe3eb0e47525fb'
                            element: 'incident'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '70106ab4be214aa4a73734242b1c854a'
                        key: {
                            name: 'var__m_sys_hub_flow_output_979e305bea35418599fe3eb0e47525fb'
                            element: 'link'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '72229c06c5d74fbe8e2c9520dffb0bb6'
                        key: {
                            name: 'x_medic_repair'
                            element: 'incident'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '75c02e668f444e19bbcd52a4128099b6'
                        key: {
                            name: 'x_medic_repair'
                            element: 'cluster'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '7da61bf7ee484c83854fc34fd9891dc7'
                        key: {
                            name: 'var__m_sys_hub_flow_output_979e305bea35418599fe3eb0e47525fb'
                            element: 'outcome'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '7e1264d86883493d8b3090496eb62f06'
                        key: {
                            name: 'x_medic_repair'
                            element: 'state'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '86678fa138224322ac5d06bc5698e2c6'
                        key: {
                            name: 'x_medic_repair'
                            element: 'NULL'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '87fb8ff9d73d432aad3b688c6ee4a598'
                        key: {
                            name: 'x_medic_repair'
                            element: 'link'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '89b98dda67cc4cf5b23bc1b583b70aaf'
                        key: {
                            name: 'x_medic_repair'
                            element: 'due'
                        }
                    },
                    {
                        table: 'sys_db_object'
                        id: '8a306affab154c3692990cf7dd5086c8'
                        key: {
                            name: 'x_medic_repair'
                        }
                    },
                    {
                        table: 'sys_user_role'
                        id: '8cfcd6fc182b45ff948d6857ef4f328f'
                        key: {
                            name: 'x_medic.operator'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '910df3db942c4e9b8ab4c2286609b324'
                        key: {
                            name: 'x_medic_repair'
                            element: 'state'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '9682f1b1aea74c8fb6bca505bb8ab0ee'
                        key: {
                            name: 'var__m_sys_hub_flow_input_979e305bea35418599fe3eb0e47525fb'
                            element: 'cluster'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '9fb921a8ff0743f7a9bc73f48317a0c0'
                        key: {
                            name: 'x_medic_repair'
                            element: 'NULL'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'a84453e9a8664f1eb30770c32cbe4aeb'
                        key: {
                            name: 'var__m_sys_hub_flow_input_979e305bea35418599fe3eb0e47525fb'
                            element: 'incident'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_index'
                        id: 'aa4eab6062754226b5a3e6e7ae2c6c1f'
                        key: {
                            logical_table_name: 'x_medic_repair'
                            col_name_string: 'due'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'b13e2d0204b14f559e68886cdcfebff8'
                        key: {
                            name: 'x_medic_message'
                            element: 'NULL'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'b98a014072cb4a26a0a8b135b16f957c'
                        key: {
                            name: 'var__m_sys_hub_flow_output_979e305bea35418599fe3eb0e47525fb'
                            element: 'note'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'bb12ef31c0a147688c250c9501a7efb2'
                        key: {
                            name: 'x_medic_repair'
                            element: 'note'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'c3cb2fd3a5ef44aead03a9a28d2ec27b'
                        key: {
                            name: 'x_medic_repair'
                            element: 'outcome'
                        }
                    },
                    {
                        table: 'ua_table_licensing_config'
                        id: 'c6e87c6c226d49aaae1f41088aec63e3'
                        key: {
                            name: 'x_medic_message'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'd6a1f3373c124b9490bbbd162f7e93ad'
                        key: {
                            name: 'x_medic_message'
                            element: 'NULL'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'e58328fc9385411b9201453fcfc45690'
                        key: {
                            name: 'x_medic_repair'
                            element: 'phase'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'eb8d5de9d0784448b9170f56d452dcc0'
                        key: {
                            name: 'x_medic_repair'
                            element: 'due'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'fa553f2b3ae643359b1d420bb286a46a'
                        key: {
                            name: 'x_medic_repair'
                            element: 'link'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'fd3212aa91754dc49907755b8d074817'
                        key: {
                            name: 'x_medic_repair'
                            element: 'incident'
                        }
                    },
                    {
                        table: 'sys_ui_action_role'
                        id: 'fd9cb2153b444689907dd5bd36de4404'
                        key: {
                            sys_ui_action: '47a92f373505432cb6934f6a7bcc5485'
                            sys_user_role: {
                                id: '8cfcd6fc182b45ff948d6857ef4f328f'
                                key: {
                                    name: 'x_medic.operator'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'ffd1e69e300f4d7eb812ce0174180981'
                        key: {
                            document_key: '5a32df491b9a4e638bdf5b07994ec3f6'
                            variable: '42f2564b73031300440211d8faf6a777'
                        }
                    },
                ]
            }
        }
    }
}
